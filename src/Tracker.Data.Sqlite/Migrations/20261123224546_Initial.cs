using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tracker.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(
                        type: "TEXT",
                        maxLength: 300,
                        nullable: false
                    ),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Frameworks",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Frameworks", x => x.Code);
                }
            );

            migrationBuilder.CreateTable(
                name: "HistoryHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryHeads", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HistoryLines",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OnBehalfOf = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BeforeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    AfterHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    PreviousHash = table.Column<byte[]>(
                        type: "BLOB",
                        maxLength: 32,
                        nullable: false
                    ),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryLines", x => x.Sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", nullable: true),
                    CanLead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Organisations_Organisations_ParentCode",
                        column: x => x.ParentCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PersonNames",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OrganisationCode = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonNames", x => x.PersonId);
                }
            );

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", nullable: true),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Places_Places_ParentCode",
                        column: x => x.ParentCode,
                        principalTable: "Places",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Themes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DescriptionFr = table.Column<string>(type: "TEXT", nullable: true),
                    DescriptionEn = table.Column<string>(type: "TEXT", nullable: true),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Themes", x => x.Code);
                }
            );

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AccountLogins",
                        x => new { x.LoginProvider, x.ProviderKey }
                    );
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AccountTokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FrameworkEntries",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FrameworkCode = table.Column<string>(type: "TEXT", nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameFr = table.Column<string>(type: "TEXT", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", nullable: false),
                    FullTitleFr = table.Column<string>(type: "TEXT", nullable: true),
                    FullTitleEn = table.Column<string>(type: "TEXT", nullable: true),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkEntries", x => x.Code);
                    table.ForeignKey(
                        name: "FK_FrameworkEntries_FrameworkEntries_ParentCode",
                        column: x => x.ParentCode,
                        principalTable: "FrameworkEntries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_FrameworkEntries_Frameworks_FrameworkCode",
                        column: x => x.FrameworkCode,
                        principalTable: "Frameworks",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "HistoryTexts",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryTexts", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_HistoryTexts_HistoryLines_Sequence",
                        column: x => x.Sequence,
                        principalTable: "HistoryLines",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_Memberships",
                        x => new { x.AccountId, x.OrganisationCode }
                    );
                    table.ForeignKey(
                        name: "FK_Memberships_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Memberships_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OrganisationNames",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Acronym = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganisationNames_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Workshops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ThemeFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ThemeEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PlaceCode = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workshops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Workshops_Places_PlaceCode",
                        column: x => x.PlaceCode,
                        principalTable: "Places",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    TitleFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    TextFr = table.Column<string>(type: "TEXT", nullable: true),
                    TextEn = table.Column<string>(type: "TEXT", nullable: true),
                    SourceQuote = table.Column<string>(type: "TEXT", nullable: true),
                    ThemeCode = table.Column<string>(type: "TEXT", nullable: false),
                    LeadCode = table.Column<string>(type: "TEXT", nullable: true),
                    LeadStanding = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    Acceptance = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    StatusReason = table.Column<string>(type: "TEXT", nullable: true),
                    StatusSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastUpdateOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Publication = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArchiveReason = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SortTitleFr = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: false
                    ),
                    SortTitleEn = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: false
                    ),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recommendations_Organisations_LeadCode",
                        column: x => x.LeadCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Recommendations_Themes_ThemeCode",
                        column: x => x.ThemeCode,
                        principalTable: "Themes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Recommendations_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkshopFunders",
                columns: table => new
                {
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_WorkshopFunders",
                        x => new { x.WorkshopId, x.OrganisationCode }
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopFunders_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopFunders_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkshopOrganisers",
                columns: table => new
                {
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_WorkshopOrganisers",
                        x => new { x.WorkshopId, x.OrganisationCode }
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopOrganisers_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_WorkshopOrganisers_Workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "Workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProgressUpdates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    OnBehalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    StatusBefore = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    StatusAfter = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressUpdates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgressUpdates_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ProgressUpdates_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecommendationFrameworkEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryCode = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationFrameworkEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecommendationFrameworkEntries_FrameworkEntries_EntryCode",
                        column: x => x.EntryCode,
                        principalTable: "FrameworkEntries",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_RecommendationFrameworkEntries_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecommendationPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Acceptance = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                    LeadCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ThemeCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Publication = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 32,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecommendationPeriods_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecommendationPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationPlaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecommendationPlaces_Places_PlaceCode",
                        column: x => x.PlaceCode,
                        principalTable: "Places",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_RecommendationPlaces_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecommendationSupports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationCode = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationSupports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecommendationSupports_Organisations_OrganisationCode",
                        column: x => x.OrganisationCode,
                        principalTable: "Organisations",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_RecommendationSupports_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SearchDocuments",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchDocuments", x => x.Key);
                    table.ForeignKey(
                        name: "FK_SearchDocuments_Recommendations_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.InsertData(
                table: "HistoryHeads",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[]
                {
                    1,
                    new byte[]
                    {
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                    },
                    0L,
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail"
            );

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkEntries_FrameworkCode",
                table: "FrameworkEntries",
                column: "FrameworkCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_FrameworkEntries_ParentCode",
                table: "FrameworkEntries",
                column: "ParentCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_HistoryLines_Subject_Sequence",
                table: "HistoryLines",
                columns: new[] { "Subject", "Sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_OrganisationCode",
                table: "Memberships",
                column: "OrganisationCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationNames_OrganisationCode",
                table: "OrganisationNames",
                column: "OrganisationCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_ParentCode",
                table: "Organisations",
                column: "ParentCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Places_ParentCode",
                table: "Places",
                column: "ParentCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProgressUpdates_OrganisationCode",
                table: "ProgressUpdates",
                column: "OrganisationCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProgressUpdates_RecommendationId_At",
                table: "ProgressUpdates",
                columns: new[] { "RecommendationId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFrameworkEntries_EntryCode",
                table: "RecommendationFrameworkEntries",
                column: "EntryCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFrameworkEntries_RecommendationId",
                table: "RecommendationFrameworkEntries",
                column: "RecommendationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPeriods_From_To",
                table: "RecommendationPeriods",
                columns: new[] { "From", "To" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPeriods_RecommendationId_From",
                table: "RecommendationPeriods",
                columns: new[] { "RecommendationId", "From" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPlaces_PlaceCode",
                table: "RecommendationPlaces",
                column: "PlaceCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationPlaces_RecommendationId",
                table: "RecommendationPlaces",
                column: "RecommendationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Code",
                table: "Recommendations",
                column: "Code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_LeadCode",
                table: "Recommendations",
                column: "LeadCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_ChangedAt",
                table: "Recommendations",
                columns: new[] { "Publication", "ChangedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_Code",
                table: "Recommendations",
                columns: new[] { "Publication", "Code" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_DueDate",
                table: "Recommendations",
                columns: new[] { "Publication", "DueDate" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_Publication_SortTitleFr",
                table: "Recommendations",
                columns: new[] { "Publication", "SortTitleFr" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_ThemeCode",
                table: "Recommendations",
                column: "ThemeCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_WorkshopId",
                table: "Recommendations",
                column: "WorkshopId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationSupports_OrganisationCode",
                table: "RecommendationSupports",
                column: "OrganisationCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationSupports_RecommendationId",
                table: "RecommendationSupports",
                column: "RecommendationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SearchDocuments_RecommendationId",
                table: "SearchDocuments",
                column: "RecommendationId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopFunders_OrganisationCode",
                table: "WorkshopFunders",
                column: "OrganisationCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkshopOrganisers_OrganisationCode",
                table: "WorkshopOrganisers",
                column: "OrganisationCode"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Workshops_Code",
                table: "Workshops",
                column: "Code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Workshops_EndsOn",
                table: "Workshops",
                column: "EndsOn"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Workshops_PlaceCode",
                table: "Workshops",
                column: "PlaceCode"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AccountClaims");

            migrationBuilder.DropTable(name: "AccountLogins");

            migrationBuilder.DropTable(name: "AccountTokens");

            migrationBuilder.DropTable(name: "DataProtectionKeys");

            migrationBuilder.DropTable(name: "HistoryHeads");

            migrationBuilder.DropTable(name: "HistoryTexts");

            migrationBuilder.DropTable(name: "Memberships");

            migrationBuilder.DropTable(name: "OrganisationNames");

            migrationBuilder.DropTable(name: "PersonNames");

            migrationBuilder.DropTable(name: "ProgressUpdates");

            migrationBuilder.DropTable(name: "RecommendationFrameworkEntries");

            migrationBuilder.DropTable(name: "RecommendationPeriods");

            migrationBuilder.DropTable(name: "RecommendationPlaces");

            migrationBuilder.DropTable(name: "RecommendationSupports");

            migrationBuilder.DropTable(name: "SearchDocuments");

            migrationBuilder.DropTable(name: "WorkshopFunders");

            migrationBuilder.DropTable(name: "WorkshopOrganisers");

            migrationBuilder.DropTable(name: "HistoryLines");

            migrationBuilder.DropTable(name: "Accounts");

            migrationBuilder.DropTable(name: "FrameworkEntries");

            migrationBuilder.DropTable(name: "Recommendations");

            migrationBuilder.DropTable(name: "Frameworks");

            migrationBuilder.DropTable(name: "Organisations");

            migrationBuilder.DropTable(name: "Themes");

            migrationBuilder.DropTable(name: "Workshops");

            migrationBuilder.DropTable(name: "Places");
        }
    }
}
