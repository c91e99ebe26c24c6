using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LedgerOfFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RecommendationPeriods_Flow_From",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "Flow",
                table: "RecommendationPeriods");

            migrationBuilder.DropColumn(
                name: "StockBefore",
                table: "RecommendationPeriods");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Flow",
                table: "RecommendationPeriods",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StockBefore",
                table: "RecommendationPeriods",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPeriods_Flow_From",
                table: "RecommendationPeriods",
                columns: new[] { "Flow", "From" });
        }
    }
}
