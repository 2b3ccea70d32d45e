#include "outgoing/package/file_drop.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/process.hpp"

namespace caicach::outgoing
{
namespace
{

namespace fs = std::filesystem;

std::string content_of(const fs::path& path)
{
    std::ostringstream bytes;
    bytes << std::ifstream{path, std::ios::binary}.rdbuf();
    return bytes.str();
}

const Package package{.name = "K7Q2M4D8PX", .bytes = "gói", .sha256 = "ab12"};

}  // namespace

TEST_CASE("a package is dropped whole, with its hash, and again it is the same file")
{
    const auto folder = MUST(TemporaryDirectory::create());
    CHECK(drop(folder.path(), package));
    CHECK(drop(folder.path(), package));
    CHECK(content_of(folder.file("K7Q2M4D8PX.zip")) == "gói");
    CHECK(content_of(folder.file("K7Q2M4D8PX.zip.sha256")) == "ab12  K7Q2M4D8PX.zip\n");
    int files = 0;
    for ([[maybe_unused]] const auto& one : fs::directory_iterator(folder.path())) ++files;
    CHECK(files == 2);
}

TEST_CASE("what a killed program left half written is written anew")
{
    const auto folder = MUST(TemporaryDirectory::create());
    std::ofstream{folder.file("K7Q2M4D8PX.zip.tmp")} << "a longer half of another try";
    CHECK(drop(folder.path(), package));
    CHECK(content_of(folder.file("K7Q2M4D8PX.zip")) == "gói");
    CHECK_FALSE(fs::exists(folder.file("K7Q2M4D8PX.zip.tmp")));
}

TEST_CASE("a folder that takes nothing says which file and why")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto dropped = drop(fs::path(folder.path()) / "gone", package);
    REQUIRE_FALSE(dropped);
    CHECK(dropped.error().kind == Failure::unavailable);
    CHECK(dropped.error().key == "outgoing.exchange.unwritable");
    CHECK(dropped.error().arguments.at(0).ends_with("gone/K7Q2M4D8PX.zip.tmp"));
    CHECK(dropped.error().arguments.at(1) == "No such file or directory");
}

TEST_CASE("packages go nowhere until the operator makes the folder")
{
    const auto data = MUST(TemporaryDirectory::create());
    CHECK_FALSE(exchange_folder(data.path()));
    fs::create_directory(data.file("exchange"));
    CHECK(exchange_folder(data.path()) == fs::path(data.file("exchange")));
}

}  // namespace caicach::outgoing
