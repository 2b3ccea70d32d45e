#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/commands/backup.hpp"
#include "app/commands/backup_files.hpp"
#include "base/process.hpp"
#include "crypto/crypto.hpp"

/// The parts of a backup; made, verified and restored whole it is in tests/journeys.
namespace caicach::app
{
namespace
{

Manifest sample()
{
    const auto hash = crypto::sha256_hex("nội dung");
    return {.made_at = "2026-03-15T02:00:00.000000Z",
            .program = "0.1.0",
            .database = "caicach.db",
            .schema = {"audit/0001_entries", "plan/0001_plans"},
            .audit_rows = 12,
            .files = {{"caicach.db", 4096, crypto::sha256_hex("cơ sở dữ liệu")},
                      {"files/" + hash.substr(0, 2) + "/" + hash.substr(2), 9, hash}}};
}

bool is_refused(const Manifest& manifest)
{
    const auto parsed = parse_manifest(to_json(manifest));
    return !parsed && parsed.error().key == "app.backup.manifest_wrong";
}

void write(const std::string& path, std::string_view text)
{
    std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a manifest is read as it was written")
{
    const auto read = MUST(parse_manifest(to_json(sample())));
    CHECK(read.made_at == sample().made_at);
    CHECK(read.schema == sample().schema);
    CHECK(read.audit_rows == 12);
    CHECK(read.bytes() == 4096 + 9);
    REQUIRE(read.files.size() == 2);
    CHECK(read.files[1].path == sample().files[1].path);
    CHECK_FALSE(read.is_postgres());
}

TEST_CASE("the key of second factors and whom an operator trusts go along, no other key does")
{
    auto manifest = sample();
    manifest.files.push_back({"identity.key", 65, crypto::sha256_hex("khóa")});
    CHECK(parse_manifest(to_json(manifest)));
    manifest.files.back().path = "audit.key";
    CHECK(is_refused(manifest));
    manifest.files.back().path = "signing.authorities.pem";
    CHECK(parse_manifest(to_json(manifest)));
}

TEST_CASE("a manifest names nothing outside its folder, and nothing twice")
{
    for (const auto* path : {"../caicach.db", "/etc/passwd", "files/../../x", "files/ab/x", ""}) {
        CAPTURE(path);
        auto manifest = sample();
        manifest.files[1].path = path;
        CHECK(is_refused(manifest));
    }
    auto twice = sample();
    twice.files.push_back(twice.files[1]);
    CHECK(is_refused(twice));
    auto without_database = sample();
    without_database.files.erase(without_database.files.begin());
    CHECK(is_refused(without_database));
    auto other = sample();
    other.database = "passwd";
    CHECK(is_refused(other));
    auto negative = sample();
    negative.files[1].bytes = -1;
    CHECK(is_refused(negative));
    CHECK_FALSE(parse_manifest("{"));
    CHECK_FALSE(parse_manifest("[]"));
    CHECK_FALSE(parse_manifest(R"({"format": "caicach-backup-2"})"));
}

TEST_CASE("room is asked for before anything is written")
{
    const auto folder = MUST(TemporaryDirectory::create());
    CHECK(require_room(folder.path(), 1));
    const auto refused = require_room(folder.path(), std::int64_t{1} << 60);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "app.backup.no_room");
    CHECK(refused.error().kind == Failure::unavailable);
}

TEST_CASE("a copy tells what it read, and follows no link")
{
    const auto from = MUST(TemporaryDirectory::create());
    const auto to = MUST(TemporaryDirectory::create());
    write(from.file("một"), "nội dung");
    const auto copied = MUST(copy_durably(from.path(), to.path(), "một"));
    CHECK(copied.sha256 == crypto::sha256_hex("nội dung"));
    CHECK(MUST(measured(to.path(), "một")).bytes == copied.bytes);
    std::filesystem::create_symlink(from.file("một"), from.file("hai"));
    const auto linked = copy_durably(from.path(), to.path(), "hai");
    REQUIRE_FALSE(linked);
    CHECK(linked.error().kind == Failure::not_found);
    CHECK_FALSE(measured(from.path(), "."));
}

TEST_CASE("a folder takes its place when it is whole, and not before")
{
    const auto place = MUST(TemporaryDirectory::create());
    const auto target = place.file("sao");
    {
        const auto left = MUST(FolderInTheMaking::begin(target));
        write(left.path() + "/nửa", "x");
        const auto second = FolderInTheMaking::begin(target);
        REQUIRE_FALSE(second);
        CHECK(second.error().key == "app.backup.under_way");
    }
    CHECK_FALSE(std::filesystem::exists(target + ".making"));
    // As a killed run leaves it.
    std::filesystem::create_directories(target + ".making/files");
    auto folder = MUST(FolderInTheMaking::begin(target));
    CHECK_FALSE(std::filesystem::exists(target + ".making/files"));
    write(folder.path() + "/cả", "x");
    CHECK_FALSE(std::filesystem::exists(target));
    MUST(folder.settle());
    CHECK(std::filesystem::exists(target + "/cả"));
    CHECK_FALSE(std::filesystem::exists(target + ".making"));
}

}  // namespace caicach::app
