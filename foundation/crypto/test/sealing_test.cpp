#include "crypto/sealing.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/process.hpp"
#include "crypto/key_file.hpp"

namespace caicach::crypto
{
namespace
{

SealingKey key_of(char letter) { return SealingKey::from_bytes(std::string(32, letter)).value(); }

}  // namespace

TEST_CASE("what was sealed opens with its key, about the same thing, and looks different each time")
{
    const auto key = key_of('a');
    const auto sealed = key.seal("bí mật", "account 1");
    CHECK(key.open(sealed, "account 1") == "bí mật");
    CHECK(key.seal("bí mật", "account 1") != sealed);
    CHECK(sealed.find("bí mật") == std::string::npos);
    CHECK(key.open(key.seal("", ""), "") == "");
}

TEST_CASE("another key, another owner, a changed or a cut text open nothing")
{
    const auto key = key_of('a');
    const auto sealed = key.seal("bí mật", "account 1");
    CHECK_FALSE(key_of('b').open(sealed, "account 1"));
    CHECK_FALSE(key.open(sealed, "account 2"));
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto changed = sealed;
        changed[at] = changed[at] == '0' ? '1' : '0';
        CHECK_FALSE(key.open(changed, "account 1"));
    }
    CHECK_FALSE(key.open(sealed.substr(2), "account 1"));
    CHECK_FALSE(key.open("", "account 1"));
    CHECK_FALSE(key.open("không phải số", "account 1"));
    CHECK_FALSE(SealingKey::from_bytes("ngắn"));
}

TEST_CASE("a key file is made once, for its owner alone, and read again")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("a.key");
    const auto made = MUST(key_of_file(path));
    CHECK(made.size() == 32);
    CHECK(MUST(key_of_file(path)) == made);
    CHECK(MUST(key_of_file(folder.file("b.key"))) != made);
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("a key file that holds no key is refused, and so is a folder that is not there")
{
    const auto folder = MUST(TemporaryDirectory::create());
    for (const auto* text : {"", "0123", "không phải khóa"}) {
        std::ofstream(folder.file("a.key")) << text;
        const auto key = key_of_file(folder.file("a.key"));
        REQUIRE_FALSE(key);
        CHECK(key.error().key == "crypto.key_file_unusable");
    }
    CHECK_FALSE(key_of_file(folder.path() + "/nowhere/a.key"));
}

}  // namespace caicach::crypto
