using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ListAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkshopFunders_OrganisationCode",
                table: "WorkshopFunders");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationSupports_OrganisationCode",
                table: "RecommendationSupports");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationSupports_RecommendationId",
                table: "RecommendationSupports");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_LeadCode",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_Publication_Code",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_Publication_DueDate",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_Publication_SortTitleFr",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_ThemeCode",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationPlaces_PlaceCode",
                table: "RecommendationPlaces");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationPlaces_RecommendationId",
                table: "RecommendationPlaces");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationFrameworkEntries_EntryCode",
                table: "RecommendationFrameworkEntries");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationFrameworkEntries_RecommendationId",
                table: "RecommendationFrameworkEntries");

            migrationBuilder.AddColumn<string>(
                name: "SortCode",
                table: "Recommendations",
                type: "TEXT",
                maxLength: 46,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "AcceptanceRank",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE [Acceptance] WHEN 'under_consideration' THEN 0 WHEN 'accepted' THEN 1 WHEN 'partially_accepted' THEN 2 WHEN 'not_accepted' THEN 3 ELSE 99 END");

            migrationBuilder.AddColumn<int>(
                name: "DueMissing",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN [DueDate] IS NULL THEN 1 ELSE 0 END");

            migrationBuilder.AddColumn<int>(
                name: "LeadMissing",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN [LeadCode] IS NULL THEN 1 ELSE 0 END");

            migrationBuilder.AddColumn<int>(
                name: "PercentMissing",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN [Percent] IS NULL THEN 1 ELSE 0 END");

            migrationBuilder.AddColumn<int>(
                name: "StatusRank",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE [Status] WHEN 'not_started' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'implemented' THEN 2 WHEN 'verified' THEN 3 WHEN 'deferred' THEN 4 WHEN 'no_longer_applicable' THEN 5 ELSE 99 END");

            migrationBuilder.AddColumn<int>(
                name: "UpdateMissing",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN [LastUpdateOn] IS NULL THEN 1 ELSE 0 END");

            // A code is its workshop's, a dash and a number: see RecommendationCode.SortKeyOf.
            migrationBuilder.Sql(
                """
                UPDATE "Recommendations" SET "SortCode" = coalesce((
                    SELECT w."Code" || '-' || substr('000000' || substr("Recommendations"."Code", length(w."Code") + 2), -6)
                    FROM "Workshops" w WHERE w."Id" = "Recommendations"."WorkshopId"
                ), "Code");
                """
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopFunders_OrganisationCode_WorkshopId",
                table: "WorkshopFunders",
                columns: new[] { "OrganisationCode", "WorkshopId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationSupports_OrganisationCode_To_RecommendationId",
                table: "RecommendationSupports",
                columns: new[] { "OrganisationCode", "To", "RecommendationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationSupports_RecommendationId_To_OrganisationCode",
                table: "RecommendationSupports",
                columns: new[] { "RecommendationId", "To", "OrganisationCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Acceptance",
                table: "Recommendations",
                columns: new[] { "Publication", "AcceptanceRank", "SortCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_AcceptanceDown",
                table: "Recommendations",
                columns: new[] { "Publication", "AcceptanceRank", "SortCode" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Code",
                table: "Recommendations",
                columns: new[] { "Publication", "SortCode", "ThemeCode", "LeadCode", "Status", "Acceptance", "Kind", "LeadStanding", "DueDate", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Due",
                table: "Recommendations",
                columns: new[] { "Publication", "DueMissing", "DueDate", "SortCode", "ThemeCode", "LeadCode", "Status", "Acceptance", "Kind", "LeadStanding", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_DueDown",
                table: "Recommendations",
                columns: new[] { "Publication", "DueMissing", "DueDate", "SortCode", "ThemeCode", "LeadCode", "Status", "Acceptance", "Kind", "LeadStanding", "ChangedAt", "Id" },
                descending: new[] { false, false, true, false, false, false, false, false, false, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Lead",
                table: "Recommendations",
                columns: new[] { "Publication", "LeadMissing", "LeadCode", "SortCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_LeadDown",
                table: "Recommendations",
                columns: new[] { "Publication", "LeadMissing", "LeadCode", "SortCode" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Percent",
                table: "Recommendations",
                columns: new[] { "Publication", "PercentMissing", "Percent", "SortCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_PercentDown",
                table: "Recommendations",
                columns: new[] { "Publication", "PercentMissing", "Percent", "SortCode" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Status",
                table: "Recommendations",
                columns: new[] { "Publication", "StatusRank", "SortCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_StatusDown",
                table: "Recommendations",
                columns: new[] { "Publication", "StatusRank", "SortCode" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_TitleEn",
                table: "Recommendations",
                columns: new[] { "Publication", "SortTitleEn", "SortCode", "ThemeCode", "LeadCode", "Status", "Acceptance", "Kind", "LeadStanding", "DueDate", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_TitleFr",
                table: "Recommendations",
                columns: new[] { "Publication", "SortTitleFr", "SortCode", "ThemeCode", "LeadCode", "Status", "Acceptance", "Kind", "LeadStanding", "DueDate", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Update",
                table: "Recommendations",
                columns: new[] { "Publication", "UpdateMissing", "LastUpdateOn", "SortCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_UpdateDown",
                table: "Recommendations",
                columns: new[] { "Publication", "UpdateMissing", "LastUpdateOn", "SortCode" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPlaces_PlaceCode_To_RecommendationId",
                table: "RecommendationPlaces",
                columns: new[] { "PlaceCode", "To", "RecommendationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPlaces_RecommendationId_To_PlaceCode",
                table: "RecommendationPlaces",
                columns: new[] { "RecommendationId", "To", "PlaceCode" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFrameworkEntries_EntryCode_To_RecommendationId",
                table: "RecommendationFrameworkEntries",
                columns: new[] { "EntryCode", "To", "RecommendationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFrameworkEntries_RecommendationId_To_EntryCode",
                table: "RecommendationFrameworkEntries",
                columns: new[] { "RecommendationId", "To", "EntryCode" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkshopFunders_OrganisationCode_WorkshopId",
                table: "WorkshopFunders");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationSupports_OrganisationCode_To_RecommendationId",
                table: "RecommendationSupports");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationSupports_RecommendationId_To_OrganisationCode",
                table: "RecommendationSupports");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Acceptance",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_AcceptanceDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Code",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Due",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_DueDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Lead",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_LeadDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Percent",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_PercentDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Status",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_StatusDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_TitleEn",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_TitleFr",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Update",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_UpdateDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationPlaces_PlaceCode_To_RecommendationId",
                table: "RecommendationPlaces");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationPlaces_RecommendationId_To_PlaceCode",
                table: "RecommendationPlaces");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationFrameworkEntries_EntryCode_To_RecommendationId",
                table: "RecommendationFrameworkEntries");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationFrameworkEntries_RecommendationId_To_EntryCode",
                table: "RecommendationFrameworkEntries");

            migrationBuilder.DropColumn(
                name: "AcceptanceRank",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "DueMissing",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "LeadMissing",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "PercentMissing",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "StatusRank",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "UpdateMissing",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "SortCode",
                table: "Recommendations");

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopFunders_OrganisationCode",
                table: "WorkshopFunders",
                column: "OrganisationCode");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationSupports_OrganisationCode",
                table: "RecommendationSupports",
                column: "OrganisationCode");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationSupports_RecommendationId",
                table: "RecommendationSupports",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_LeadCode",
                table: "Recommendations",
                column: "LeadCode");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_Code",
                table: "Recommendations",
                columns: new[] { "Publication", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_DueDate",
                table: "Recommendations",
                columns: new[] { "Publication", "DueDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_SortTitleFr",
                table: "Recommendations",
                columns: new[] { "Publication", "SortTitleFr" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_ThemeCode",
                table: "Recommendations",
                column: "ThemeCode");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPlaces_PlaceCode",
                table: "RecommendationPlaces",
                column: "PlaceCode");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPlaces_RecommendationId",
                table: "RecommendationPlaces",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFrameworkEntries_EntryCode",
                table: "RecommendationFrameworkEntries",
                column: "EntryCode");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFrameworkEntries_RecommendationId",
                table: "RecommendationFrameworkEntries",
                column: "RecommendationId");
        }
    }
}
