using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FiguresAndImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RecommendationPeriods_From_To",
                table: "RecommendationPeriods");

            migrationBuilder.AddColumn<bool>(
                name: "RecordedAsFound",
                table: "Recommendations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "BlockedBy",
                table: "RecommendationPeriods",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosureOutcome",
                table: "RecommendationPeriods",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flow",
                table: "RecommendationPeriods",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "RecommendationPeriods",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "explicit");

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastUpdateOn",
                table: "RecommendationPeriods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeadStanding",
                table: "RecommendationPeriods",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "none");

            migrationBuilder.AddColumn<DateOnly>(
                name: "PublishedOn",
                table: "RecommendationPeriods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatusSince",
                table: "RecommendationPeriods",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "StockBefore",
                table: "RecommendationPeriods",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "not_yet");

            migrationBuilder.AddColumn<Guid>(
                name: "WorkshopId",
                table: "RecommendationPeriods",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    FileHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ImporterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LastVisits",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastVisits", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "PendingImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: true),
                    Answers = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeSettings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeSettings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "RelatedLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Standing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelatedLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RelatedLinks_Recommendations_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RelatedLinks_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RememberedMappings",
                columns: table => new
                {
                    SourceKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedMappings", x => x.SourceKey);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Shared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShareLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShareLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShareLinks_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VersionAfter = table.Column<long>(type: "INTEGER", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    Cells = table.Column<string>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportRows_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportRows_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StartViews",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ViewId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StartViews", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_StartViews_SavedViews_ViewId",
                        column: x => x.ViewId,
                        principalTable: "SavedViews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPeriods_Flow_From",
                table: "RecommendationPeriods",
                columns: new[] { "Flow", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPeriods_To_From",
                table: "RecommendationPeriods",
                columns: new[] { "To", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_At",
                table: "ImportBatches",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_BatchId_RecordNo",
                table: "ImportRows",
                columns: new[] { "BatchId", "RecordNo" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_RecommendationId",
                table: "ImportRows",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_PendingImports_OwnerId",
                table: "PendingImports",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RelatedLinks_OtherId",
                table: "RelatedLinks",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_RelatedLinks_RecommendationId_OtherId",
                table: "RelatedLinks",
                columns: new[] { "RecommendationId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_OwnerId",
                table: "SavedViews",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_Slug",
                table: "SavedViews",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_TokenHash",
                table: "ShareLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_WorkshopId",
                table: "ShareLinks",
                column: "WorkshopId");

            migrationBuilder.CreateIndex(
                name: "IX_StartViews_ViewId",
                table: "StartViews",
                column: "ViewId");

            migrationBuilder.Sql(
                """
                -- What earlier releases kept of a period says where it stood; the rest follows from its recommendation.
                UPDATE [RecommendationPeriods] SET
                    [WorkshopId] = (SELECT r.[WorkshopId] FROM [Recommendations] r WHERE r.[Id] = [RecommendationPeriods].[RecommendationId]),
                    [Kind] = (SELECT r.[Kind] FROM [Recommendations] r WHERE r.[Id] = [RecommendationPeriods].[RecommendationId]),
                    [PublishedOn] = (SELECT r.[PublishedOn] FROM [Recommendations] r WHERE r.[Id] = [RecommendationPeriods].[RecommendationId]),
                    [LeadStanding] = (SELECT CASE WHEN [RecommendationPeriods].[LeadCode] IS NULL THEN 'none'
                        WHEN [RecommendationPeriods].[LeadCode] = r.[LeadCode] THEN r.[LeadStanding] ELSE 'proposed' END FROM [Recommendations] r WHERE r.[Id] = [RecommendationPeriods].[RecommendationId]),
                    [BlockedBy] = CASE WHEN [To] IS NULL THEN (SELECT r.[BlockedBy] FROM [Recommendations] r WHERE r.[Id] = [RecommendationPeriods].[RecommendationId]) END,
                    [ClosureOutcome] = CASE WHEN [Status] = 'verified' THEN (SELECT r.[ClosureOutcome] FROM [Recommendations] r WHERE r.[Id] = [RecommendationPeriods].[RecommendationId]) END,
                    [LastUpdateOn] = (SELECT substr(MAX(u.[At]), 1, 10) FROM [ProgressUpdates] u
                        WHERE u.[RecommendationId] = [RecommendationPeriods].[RecommendationId] AND u.[Kind] = 'update' AND u.[Withdrawn] = 0
                            AND u.[At] < date(COALESCE([RecommendationPeriods].[To], '9999-12-30'))),
                    [StatusSince] = (SELECT MIN(q.[From]) FROM [RecommendationPeriods] q
                        WHERE q.[RecommendationId] = [RecommendationPeriods].[RecommendationId] AND q.[From] <= [RecommendationPeriods].[From]
                            AND q.[Status] = [RecommendationPeriods].[Status]
                            AND NOT EXISTS (SELECT 1 FROM [RecommendationPeriods] o
                                WHERE o.[RecommendationId] = q.[RecommendationId] AND o.[From] > q.[From]
                                    AND o.[From] < [RecommendationPeriods].[From] AND o.[Status] <> q.[Status])),
                    [StockBefore] = COALESCE((SELECT CASE WHEN q.[Publication] = 'draft' THEN 'draft' WHEN q.[Publication] = 'archived' THEN 'archived'
                    WHEN q.[Acceptance] = 'not_accepted' THEN 'not_accepted' WHEN q.[Status] = 'verified' THEN 'verified'
                    WHEN q.[Status] = 'no_longer_applicable' THEN 'no_longer_applicable' ELSE 'open' END FROM [RecommendationPeriods] q
                        WHERE q.[RecommendationId] = [RecommendationPeriods].[RecommendationId] AND q.[To] = [RecommendationPeriods].[From]), 'not_yet');

                UPDATE [RecommendationPeriods] SET [Flow] =
                    CASE WHEN [Publication] = 'published' AND [Acceptance] <> 'not_accepted'
                            AND [Status] NOT IN ('verified', 'no_longer_applicable')
                        THEN CASE WHEN [StockBefore] = 'open' THEN NULL WHEN [StockBefore] IN ('not_yet', 'draft') THEN 'new'
                            WHEN [StockBefore] = 'not_accepted' THEN 'reconsidered' ELSE 'reopened' END
                        WHEN [StockBefore] <> 'open' THEN NULL
                        WHEN [Publication] <> 'published' THEN 'archived'
                        WHEN [Acceptance] = 'not_accepted' THEN 'not_accepted'
                        ELSE [Status] END;
                """);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportRows");

            migrationBuilder.DropTable(
                name: "LastVisits");

            migrationBuilder.DropTable(
                name: "PendingImports");

            migrationBuilder.DropTable(
                name: "ProgrammeSettings");

            migrationBuilder.DropTable(
                name: "RelatedLinks");

            migrationBuilder.DropTable(
                name: "RememberedMappings");

            migrationBuilder.DropTable(
                name: "ShareLinks");

            migrationBuilder.DropTable(
                name: "StartViews");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationPeriods_Flow_From",
                table: "RecommendationPeriods");

            migrationBuilder.DropIndex(
                name: "IX_RecommendationPeriods_To_From",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "RecordedAsFound",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "BlockedBy",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "ClosureOutcome",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "Flow",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "LastUpdateOn",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "LeadStanding",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "PublishedOn",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "StatusSince",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "StockBefore",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "WorkshopId",
                table: "RecommendationPeriods");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPeriods_From_To",
                table: "RecommendationPeriods",
                columns: new[] { "From", "To" });
        }
    }
}
