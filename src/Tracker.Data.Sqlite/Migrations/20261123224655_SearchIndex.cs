using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.Sqlite.Migrations
{
    /// <summary>
    /// The full-text index over the folded words. It holds no text of its own: it reads SearchDocuments, and triggers
    /// keep it in step within the transaction of the change. The words are folded already, so its tokenizer does nothing.
    /// </summary>
    public partial class SearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE "SearchIndex" USING fts5(
                    "Folded", content='SearchDocuments', content_rowid='Key', tokenize='unicode61 remove_diacritics 0'
                );
                CREATE TRIGGER "SearchDocuments_added" AFTER INSERT ON "SearchDocuments" BEGIN
                    INSERT INTO "SearchIndex"(rowid, "Folded") VALUES (new."Key", new."Folded");
                END;
                CREATE TRIGGER "SearchDocuments_removed" AFTER DELETE ON "SearchDocuments" BEGIN
                    INSERT INTO "SearchIndex"("SearchIndex", rowid, "Folded") VALUES ('delete', old."Key", old."Folded");
                END;
                CREATE TRIGGER "SearchDocuments_changed" AFTER UPDATE ON "SearchDocuments" BEGIN
                    INSERT INTO "SearchIndex"("SearchIndex", rowid, "Folded") VALUES ('delete', old."Key", old."Folded");
                    INSERT INTO "SearchIndex"(rowid, "Folded") VALUES (new."Key", new."Folded");
                END;
                INSERT INTO "SearchIndex"("SearchIndex") VALUES ('rebuild');
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER "SearchDocuments_changed";
                DROP TRIGGER "SearchDocuments_removed";
                DROP TRIGGER "SearchDocuments_added";
                DROP TABLE "SearchIndex";
                """
            );
        }
    }
}
