#include "channel/broadcast/sound_drop.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "base/process.hpp"

namespace caicach::channel
{
namespace
{

namespace fs = std::filesystem;

const Date today = *Date::create(2026, 3, 15);

std::string text_of_file(const fs::path& path)
{
    std::ostringstream bytes;
    bytes << std::ifstream{path, std::ios::binary}.rdbuf();
    return bytes.str();
}

void write(const fs::path& path, std::string_view text)
{
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << text;
}

TemporaryDirectory made() { return MUST(TemporaryDirectory::create()); }

struct Folder {
    TemporaryDirectory place{made()};
    fs::path root{fs::path(place.path()) / "loudspeakers"};
    fs::path source{place.file("sound")};
    fs::path day{root / "xa-song-ben" / "2026-03-15"};

    Folder()
    {
        fs::create_directories(root);
        write(source, "âm thanh");
    }
    [[nodiscard]] SoundDrop drop(int minute, std::string sha256 = "1a2b3c4d5e6f") const
    {
        return {.agency = "xa-song-ben",
                .day = today,
                .minute = minute,
                .title = "Khám bệnh bằng thẻ",
                .seconds = 62,
                .sha256 = std::move(sha256),
                .source = source.string()};
    }
    void lay(const std::vector<SoundDrop>& wanted) const { REQUIRE(lay_out(root, wanted, today)); }
};

}  // namespace

TEST_CASE("each hour has its file, and the day a list in their order")
{
    const Folder folder;
    folder.lay({folder.drop(330), folder.drop(1020)});
    CHECK(text_of_file(folder.day / "0530-kham-benh-bang-the-1a2b3c4d.mp3") == "âm thanh");
    CHECK(text_of_file(folder.day / "1700-kham-benh-bang-the-1a2b3c4d.mp3") == "âm thanh");
    CHECK(text_of_file(folder.day / "playlist.m3u8") ==
          "#EXTM3U\n"
          "#EXTINF:62,Khám bệnh bằng thẻ\n0530-kham-benh-bang-the-1a2b3c4d.mp3\n"
          "#EXTINF:62,Khám bệnh bằng thẻ\n1700-kham-benh-bang-the-1a2b3c4d.mp3\n");
}

TEST_CASE("another sound takes the place of the first; what is right already is left alone")
{
    const Folder folder;
    folder.lay({folder.drop(330), folder.drop(1020)});
    const auto stays = folder.day / "0530-kham-benh-bang-the-1a2b3c4d.mp3";
    const auto long_ago = fs::last_write_time(stays) - std::chrono::hours(2);
    fs::last_write_time(stays, long_ago);
    folder.lay({folder.drop(330), folder.drop(1020, "99999999ffff")});
    CHECK(fs::last_write_time(stays) == long_ago);
    CHECK_FALSE(fs::exists(folder.day / "1700-kham-benh-bang-the-1a2b3c4d.mp3"));
    CHECK(fs::exists(folder.day / "1700-kham-benh-bang-the-99999999.mp3"));
}

TEST_CASE("what a killed program left is mended, and another program's file stays")
{
    const Folder folder;
    const auto name = name_of(folder.drop(330));
    write(folder.day / name, "âm");
    write(folder.day / (name + ".tmp"), "â");
    write(folder.day / "da-phat.log", "05:30 ok");
    folder.lay({folder.drop(330)});
    CHECK(text_of_file(folder.day / name) == "âm thanh");
    CHECK_FALSE(fs::exists(folder.day / (name + ".tmp")));
    CHECK(fs::exists(folder.day / "da-phat.log"));
}

TEST_CASE("a day that is silent now is emptied; past days stay a week")
{
    const Folder folder;
    folder.lay({folder.drop(330)});
    write(folder.root / "xa-song-ben" / "2026-03-08" / "0530-a-1.mp3", "x");
    write(folder.root / "xa-song-ben" / "2026-03-07" / "0530-a-1.mp3", "x");
    write(folder.root / "khac" / "ghi-chu.mp3", "x");
    folder.lay({});
    CHECK_FALSE(fs::exists(folder.day));
    CHECK(fs::exists(folder.root / "xa-song-ben" / "2026-03-08" / "0530-a-1.mp3"));
    CHECK_FALSE(fs::exists(folder.root / "xa-song-ben" / "2026-03-07"));
    CHECK(fs::exists(folder.root / "khac" / "ghi-chu.mp3"));
}

TEST_CASE("a folder that takes nothing says which and why")
{
    const Folder folder;
    write(folder.root / "xa-song-ben", "a file where a folder is to be");
    const std::vector wanted{folder.drop(330)};
    const auto laid = lay_out(folder.root, wanted, today);
    REQUIRE_FALSE(laid);
    CHECK(laid.error().key == "channel.loudspeakers.unwritable");
    CHECK(laid.error().arguments.at(0).ends_with("xa-song-ben/2026-03-15"));
}

}  // namespace caicach::channel
