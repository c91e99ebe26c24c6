-- Makes the tracker's database and login where they are missing; run again, it changes nothing but the password.
-- The collation compares letter for letter, as the embedded database does; readers do not wait for writers.
-- sqlcmd -C -b -S SERVER -U sa -v TrackerPassword="..." -i database.sql
IF DB_ID(N'Tracker') IS NULL
    CREATE DATABASE Tracker COLLATE Latin1_General_100_BIN2;
GO
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = N'Tracker') = 0
    ALTER DATABASE Tracker SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'tracker') IS NULL
    CREATE LOGIN tracker WITH PASSWORD = N'$(TrackerPassword)', DEFAULT_DATABASE = Tracker;
ELSE
    ALTER LOGIN tracker WITH PASSWORD = N'$(TrackerPassword)';
GO
USE Tracker;
GO
-- Owner of this one database: the program brings its schema up to date by itself.
IF USER_ID(N'tracker') IS NULL
    CREATE USER tracker FOR LOGIN tracker;
ALTER ROLE db_owner ADD MEMBER tracker;
GO
