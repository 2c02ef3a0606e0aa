using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Tests.Projects;

public sealed class ProjectReaderTests
{
    [Fact]
    public void A_whole_project_is_read()
    {
        using var scratch = Music();

        var project = scratch.Read();

        Assert.Equal(["artists", "songs", "staging_songs"], project.Tables.Select(table => table.Name.Name));
        Assert.Equal(["staging_songs"], project.StagingTables.Select(table => table.Name.Name));
        Assert.Equal(["artists", "songs"], project.StarTables.Select(table => table.Name.Name));
        var songs = project.Table(new(null, "songs"))!;
        Assert.Equal("All songs.", songs.Comment);
        Assert.Equal("Its name.", songs.ColumnComments["title"]);
        Assert.Equal("./data/songs/", Assert.Single(project.Loads).Copy.From);
        Assert.Equal(["artists", "staging_songs"], project.Models.Single(model => model.Name == "songs").Reads.Select(table => table.Name).Order());
        Assert.Equal(scratch.Folder, project.Folder);
    }

    [Fact]
    public void All_problems_of_all_files_are_told_at_once()
    {
        using var scratch = Music()
            .Add("starlift.yaml", ScratchProject.Settings + "vars: { data: ./data }\nowner: ada\n")
            .Add("tables/songs.sql", "create table songs (song_id varchar primary key, foreign key (song_id) references artist (id))")
            .Add("loads/staging_songs.sql", "copy staging_songs (a, titel) from '${dta}' iam_role default format json 'auto'")
            .Add("models/songs.sql", "select 1; select 2")
            .Add("models/artists.sql", "select 'a");

        Assert.Equal(
            [
                "starlift.yaml:5:1: unknown key 'owner' in starlift.yaml | allowed: name, vars, default_target, targets, history, changed, vanished, unknown_keys, file_rights, cloud",
                "tables/songs.sql:1:83: 'songs' refers to 'artist', which the project does not declare | did you mean 'artists'?",
                "loads/staging_songs.sql:1:37: the project has no variable 'dta' | did you mean 'data'?",
                "models/artists.sql:1:8: the string is not closed | close it with '; a quote inside is written '' and a backslash \\\\",
                "models/songs.sql:1:11: a file of models/ holds one SELECT and nothing else | write the SELECT that yields the rows of songs: Starlift creates, fills and empties tables itself",
            ],
            scratch.Problems());
    }

    [Fact]
    public void Places_point_into_the_file_as_written_not_as_filled_in()
    {
        using var scratch = Music().Add("loads/staging_songs.sql", "copy staging_songs from '${data}'\niam_role default /* ${data} */ format jsn 'auto'");
        scratch.Vars["data"] = "a long value\nof two lines";
        Assert.StartsWith("loads/staging_songs.sql:2:39: ", Assert.Single(scratch.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tables/songs.sql", "create table song (a int primary key)", "1:14: the file is named songs.sql and its table 'song' | rename the file to song.sql")]
    [InlineData("tables/songs.sql", "select 1", "1:1: the file holds no CREATE TABLE with columns")]
    [InlineData("tables/songs.sql", "-- later", "1:1: the file holds no statement")]
    [InlineData("tables/songs.sql", "create table songs (a int primary key);\ncreate table b (a int)", "2:1: a second CREATE TABLE stands here | move it to tables/b.sql")]
    [InlineData("tables/songs.sql", "create table songs (a int primary key); drop table x", "1:41: a file of tables/ holds one CREATE TABLE and COMMENT ONs")]
    [InlineData("tables/songs.sql", "create temp table songs (a int primary key)", "1:1: the table 'songs' is temporary")]
    [InlineData("tables/songs.sql", "create table songs (like staging_songs)", "1:26: the table 'songs' takes its columns from 'staging_songs'")]
    [InlineData("tables/songs.sql", "create table songs (a int primary key);\ncomment on table sons is 'x'", "2:18: the comment is on 'sons', the file's table is 'songs' | did you mean 'songs'?")]
    [InlineData("tables/songs.sql", "create table songs (abc int primary key);\ncomment on column songs.abd is 'x'", "2:25: the comment is on the column 'abd', which 'songs' does not have | did you mean 'abc'?")]
    [InlineData("tables/songs.sql", "create table songs (a int, unique (b))", "which the table songs does not have")]
    [InlineData("tables/songs.sql", "create table songs (id int identity(0, 1) primary key, a int not null, b int, c int not null)", "1:21: the star table 'songs' has no key but id, an IDENTITY column, whose values no model yields: rows could not be told apart | add a UNIQUE constraint of the columns that tell rows apart, such as unique (a, c)")]
    [InlineData("tables/songs.sql", "create table songs (a int)", "1:14: the star table 'songs' has no key that its model's rows could be merged by")]
    [InlineData("tables/songs.sql", "create table songs (a int references staging_songs primary key)", "1:38: 'songs' refers to 'staging_songs', which has no primary key")]
    [InlineData("tables/songs.sql", "create table songs (a int references artists (idd) primary key)", "1:38: 'songs' refers to the column 'idd', which 'artists' does not have | did you mean 'id'?")]
    [InlineData("tables/songs.sql", "create table songs (a int primary key, b int, foreign key (a, b) references artists)", "1:77: 2 columns of 'songs' refer to 1 column of 'artists'")]
    [InlineData("models/songs.sql", "-- newst: b\nselect 1 as a", "1:4: the file's header has an unknown key 'newst' | did you mean 'newest'?")]
    [InlineData("models/songs.sql", "-- What it is: no setting.\n-- newest: c\nselect 1 as a", "2:4: 'newest' of a model names a column that tells which row of a key is the newest, and c of table songs is none of its columns")]
    [InlineData("models/songs.sql", "-- newest: song_id\nselect 1 as a", "and song_id of table songs is a column of the key, and so the same in all of them")]
    [InlineData("models/artists.sql", "-- newest: name, id\nselect 'x' as id, 'y' as name", "1:4: 'newest' of a model names one column, and name, id are 2")]
    [InlineData("models/artists.sql", "-- replaces: name\nselect title as id, title as name from staging_songs", "1:4: 'replaces' of a model names columns of the key whose rows are replaced together, and name of table artists is none of the key's, id")]
    [InlineData("models/artists.sql", "-- replaces: id, ID\nselect title as id, title as name from staging_songs", "1:4: 'replaces' of a model names a column twice | keep one of them")]
    [InlineData("models/artists.sql", "-- replaces: id\n-- replaces: id\nselect title as id, title as name from staging_songs", "2:4: the file's header has 'replaces' twice")]
    [InlineData("models/artists.sql", "-- replaces: id\nselect 'x' as id, 'y' as name", "1:4: 'replaces' needs a model that reads what one load stages, and artists reads no staging table")]
    [InlineData("models/artists.sql", "-- replaces: id\nselect a as id, title as name from staging_songs", "1:4: 'replaces' needs a column that has the same values in staging_songs and in artists, and id is integer there and varchar(256) here")]
    [InlineData("models/artists.sql", "-- replaces: id\nselect upper(title) as id, title as name from staging_songs", "1:4: 'replaces' needs a column that is one of staging_songs as it is, and id of model artists is not")]
    [InlineData("models/artists.sql", "-- replaces: id\nselect title as id, max(title) over () as name from staging_songs", "2:21: 'replaces' needs rows that come from the records of one id each, and model artists looks at rows of several keys in a window")]
    [InlineData("loads/staging_songs.sql", "delete from x", "1:1: a file of loads/ holds one COPY and nothing else")]
    [InlineData("loads/staging_songs.sql", "copy staging_songs from 'x' iam_role default json 'auto'; select 1", "1:59: a file of loads/ holds one COPY and nothing else")]
    [InlineData("loads/staging_songs.sql", "copy staging_song from 'x' iam_role default json 'auto'", "1:6: the COPY fills 'staging_song', which the project does not declare | did you mean 'staging_songs'?")]
    [InlineData("loads/staging_songs.sql", "copy staging_song from 'x' iam_role default json 'auto'", "1:6: the file is named staging_songs.sql and its COPY fills 'staging_song'")]
    [InlineData("loads/staging_songs.sql", "copy dev.staging_songs from 'x' iam_role default json 'auto'", "1:10: the COPY fills 'dev.staging_songs', which the project does not declare | tables/staging_songs.sql declares 'staging_songs'")]
    [InlineData("loads/staging_songs.sql", "copy staging_songs (titel) from 'x' iam_role default json 'auto'", "1:21: the COPY names the column 'titel', which 'staging_songs' does not have | did you mean 'title'?")]
    [InlineData("models/songs.sql", "insert into songs select 1", "1:1: a file of models/ holds one SELECT and nothing else")]
    [InlineData("models/plays.sql", "select 1", "1:1: the file is named after 'plays', which the project does not declare | declare it in tables/plays.sql")]
    [InlineData("models/staging_songs.sql", "select 1", "1:1: a model fills 'staging_songs', which a load fills too")]
    public void Whatever_is_wrong_is_told_with_its_place(string file, string text, string expected)
    {
        using var scratch = Music().Add(file, text);
        Assert.Contains(scratch.Problems(), problem => problem.StartsWith(file, StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_table_is_not_told_again_by_those_who_refer_to_it()
    {
        using var scratch = Music().Add("tables/artists.sql", "create table artists (");
        Assert.StartsWith("tables/artists.sql:", Assert.Single(scratch.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_a_misspelt_name_is_told()
    {
        using var scratch = Music().Add("model/songs.sql", "select 1");
        Assert.Equal(["the folder 'model' holds SQL files that nothing reads | did you mean 'models'?"], scratch.Problems());
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_told()
    {
        using var scratch = Music();
        File.WriteAllBytes(Path.Combine(scratch.Folder, "models/songs.sql"), [0x73, 0xE9, 0x6C]);
        Assert.Equal(["models/songs.sql:1:1: the file is not UTF-8 | save it as UTF-8"], scratch.Problems());
    }

    [Fact]
    public void A_missing_folder_and_a_folder_without_settings_are_told()
    {
        var missing = Assert.Throws<ConfigurationException>(() => ProjectReader.Read("/nowhere/at/all", ProjectOverrides.None, []));
        Assert.Equal("there is no folder '/nowhere/at/all'", missing.Message);
        Assert.Equal("name the project's folder with -p/--project DIR", missing.Hint);

        using var empty = new ScratchProject().Add("starlift.yml", "");
        Assert.Equal(["the folder 'p' is no project: it holds no starlift.yaml | rename starlift.yml to starlift.yaml"], empty.Problems());
    }

    static ScratchProject Music() => ScratchProject.With(ScratchProject.Settings + "vars: { data: ./data }\n")
        .Add("tables/staging_songs.sql", "create table staging_songs (a int, title varchar)")
        .Add("tables/artists.sql", "create table artists (id varchar primary key, name varchar)")
        .Add("tables/songs.sql", """
            create table songs (song_id varchar primary key, title varchar, artist_id varchar references artists (id));
            comment on table songs is 'All songs.';
            comment on column songs.title is 'Its name.';
            """)
        .Add("loads/staging_songs.sql", "copy staging_songs from '${data}/songs/' iam_role default format json 'auto'")
        .Add("models/artists.sql", "select distinct a as id from staging_songs")
        .Add("models/songs.sql", "with s as (select * from staging_songs) select extract(day from sysdate) as songs from s join artists on true");
}
