using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class UndoAndLastFilter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ThemeOrder",
                table: "Recommendations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(
                "UPDATE [Recommendations] SET [ThemeOrder] = (SELECT [t].[SortOrder] FROM [Themes] AS [t] WHERE [t].[Code] = [Recommendations].[ThemeCode])"
            );

            migrationBuilder.AddColumn<bool>(
                name: "Withdrawn",
                table: "ProgressUpdates",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "LastFilters",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Query = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastFilters", x => x.AccountId)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "UndoSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UndoSteps", x => x.Id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_UndoSteps_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_Theme",
                table: "Recommendations",
                columns: new[] { "Publication", "ThemeOrder", "SortCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_List_ThemeDown",
                table: "Recommendations",
                columns: new[] { "Publication", "ThemeOrder", "SortCode" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Tally",
                table: "Recommendations",
                columns: new[] { "Publication", "Status", "Acceptance", "Kind", "ThemeCode", "LeadStanding" })
                .Annotation("SqlServer:Include", new[] { "DueDate", "LastUpdateOn", "PublishedOn", "StatusSince", "ReviewDate" });

            migrationBuilder.CreateIndex(
                name: "IX_UndoSteps_At",
                table: "UndoSteps",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_UndoSteps_RecommendationId_Version",
                table: "UndoSteps",
                columns: new[] { "RecommendationId", "Version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LastFilters");

            migrationBuilder.DropTable(
                name: "UndoSteps");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_Theme",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_List_ThemeDown",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_Tally",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "ThemeOrder",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "Withdrawn",
                table: "ProgressUpdates");
        }
    }
}
