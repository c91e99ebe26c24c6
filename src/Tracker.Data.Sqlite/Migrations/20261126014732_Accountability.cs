using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Accountability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AnswerReason",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnsweredOn",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedBy",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedByWhom",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosureOutcome",
                table: "Recommendations",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CompletedOn",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Frequency",
                table: "Recommendations",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedById",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReturnedOn",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "Recommendations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedBy",
                table: "ProgressUpdates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedByWhom",
                table: "ProgressUpdates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CorrectsId",
                table: "ProgressUpdates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ProgressUpdates",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "update");

            migrationBuilder.AddColumn<string>(
                name: "NextStep",
                table: "ProgressUpdates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NothingNew",
                table: "ProgressUpdates",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Period",
                table: "ProgressUpdates",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "HistoryLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BlockerCauses",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockerCauses", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "CommandReceipts",
                columns: table => new
                {
                    CommandId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommandReceipts", x => x.CommandId);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PieceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    StoredAs = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: true),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    OnBehalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InternalComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InternalComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InternalComments_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InternalComments_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReachedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DroppedBecause = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Milestones_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    StoredAs = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeardAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Verifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    VerifierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Verifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Verifications_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Verifications_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommentMentions",
                columns: table => new
                {
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentMentions", x => new { x.CommentId, x.OrganisationCode });
                    table.ForeignKey(
                        name: "FK_CommentMentions_InternalComments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "InternalComments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommentMentions_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MilestoneLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MilestoneLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MilestoneLinks_Milestones_MilestoneId",
                        column: x => x.MilestoneId,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MilestoneLinks_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MilestoneMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MilestoneMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MilestoneMoves_Milestones_MilestoneId",
                        column: x => x.MilestoneId,
                        principalTable: "Milestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_BlockedBy",
                table: "Recommendations",
                column: "BlockedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_ReplacedById",
                table: "Recommendations",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressUpdates_BlockedBy",
                table: "ProgressUpdates",
                column: "BlockedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressUpdates_CorrectsId",
                table: "ProgressUpdates",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_CommandReceipts_At",
                table: "CommandReceipts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CommentMentions_OrganisationCode",
                table: "CommentMentions",
                column: "OrganisationCode");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_Form",
                table: "Drafts",
                columns: new[] { "AccountId", "Form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_SavedAt",
                table: "Drafts",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_OrganisationCode",
                table: "Evidence",
                column: "OrganisationCode");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_PieceId",
                table: "Evidence",
                column: "PieceId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_RecommendationId_Replaced",
                table: "Evidence",
                columns: new[] { "RecommendationId", "Replaced" });

            migrationBuilder.CreateIndex(
                name: "IX_InternalComments_OrganisationCode",
                table: "InternalComments",
                column: "OrganisationCode");

            migrationBuilder.CreateIndex(
                name: "IX_InternalComments_RecommendationId_At",
                table: "InternalComments",
                columns: new[] { "RecommendationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MilestoneLinks_MilestoneId",
                table: "MilestoneLinks",
                column: "MilestoneId");

            migrationBuilder.CreateIndex(
                name: "IX_MilestoneLinks_RecommendationId_To",
                table: "MilestoneLinks",
                columns: new[] { "RecommendationId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_MilestoneMoves_MilestoneId",
                table: "MilestoneMoves",
                column: "MilestoneId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_RecommendationId",
                table: "Milestones",
                column: "RecommendationId");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_HeardAt",
                table: "Uploads",
                column: "HeardAt");

            migrationBuilder.CreateIndex(
                name: "IX_Verifications_OrganisationCode",
                table: "Verifications",
                column: "OrganisationCode");

            migrationBuilder.CreateIndex(
                name: "IX_Verifications_RecommendationId_At",
                table: "Verifications",
                columns: new[] { "RecommendationId", "At" });

            migrationBuilder.AddForeignKey(
                name: "FK_ProgressUpdates_BlockerCauses_BlockedBy",
                table: "ProgressUpdates",
                column: "BlockedBy",
                principalTable: "BlockerCauses",
                principalColumn: "Code",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ProgressUpdates_ProgressUpdates_CorrectsId",
                table: "ProgressUpdates",
                column: "CorrectsId",
                principalTable: "ProgressUpdates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Recommendations_BlockerCauses_BlockedBy",
                table: "Recommendations",
                column: "BlockedBy",
                principalTable: "BlockerCauses",
                principalColumn: "Code",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Recommendations_Recommendations_ReplacedById",
                table: "Recommendations",
                column: "ReplacedById",
                principalTable: "Recommendations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ProgressUpdates_BlockerCauses_BlockedBy",
                table: "ProgressUpdates");

            migrationBuilder.DropForeignKey(
                name: "FK_ProgressUpdates_ProgressUpdates_CorrectsId",
                table: "ProgressUpdates");

            migrationBuilder.DropForeignKey(
                name: "FK_Recommendations_BlockerCauses_BlockedBy",
                table: "Recommendations");

            migrationBuilder.DropForeignKey(
                name: "FK_Recommendations_Recommendations_ReplacedById",
                table: "Recommendations");

            migrationBuilder.DropTable(
                name: "BlockerCauses");

            migrationBuilder.DropTable(
                name: "CommandReceipts");

            migrationBuilder.DropTable(
                name: "CommentMentions");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "MilestoneLinks");

            migrationBuilder.DropTable(
                name: "MilestoneMoves");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "Verifications");

            migrationBuilder.DropTable(
                name: "InternalComments");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_BlockedBy",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_Recommendations_ReplacedById",
                table: "Recommendations");

            migrationBuilder.DropIndex(
                name: "IX_ProgressUpdates_BlockedBy",
                table: "ProgressUpdates");

            migrationBuilder.DropIndex(
                name: "IX_ProgressUpdates_CorrectsId",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "AnswerReason",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "AnsweredOn",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "BlockedBy",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "BlockedByWhom",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "ClosureOutcome",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "CompletedOn",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "Frequency",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "ReturnedOn",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "Recommendations");

            migrationBuilder.DropColumn(
                name: "BlockedBy",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "BlockedByWhom",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "CorrectsId",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "NextStep",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "NothingNew",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "Period",
                table: "ProgressUpdates");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "HistoryLines");
        }
    }
}
