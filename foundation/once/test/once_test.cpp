#include "once/once.hpp"

#include <doctest/doctest.h>

#include "testing/databases.hpp"

namespace caicach::once
{
namespace
{

constexpr Instant january{1'767'225'600'000'000};
constexpr std::int64_t a_day = 24L * 3600;

Sending sending_of(std::string key, std::string content, std::int64_t owner = 7)
{
    return {.purpose = "house.deed",
            .owner = owner,
            .key = std::move(key),
            .content_sha256 = content_of({content})};
}

/// Sent and done; how often it was done is counted.
Result<std::string> send(database::Database& database, const Sending& sending, int& done,
                         Instant now = january)
{
    auto transaction = TRY(database.write());
    auto answer = TRY(run(transaction, sending, now, [&]() -> Result<std::string> {
        done += 1;
        return "lần " + std::to_string(done);
    }));
    TRY(transaction.commit());
    return answer;
}

}  // namespace

TEST_CASE("what is sent again under its key is done once and answered as at first")
{
    caicach::testing::each_database(migrations(), [](database::Database& database) {
        int done = 0;
        const auto key = new_key();
        CHECK(MUST(send(database, sending_of(key, "a"), done)) == "lần 1");
        CHECK(MUST(send(database, sending_of(key, "a"), done)) == "lần 1");
        CHECK(done == 1);
        const auto later = new_key();
        CHECK(MUST(send(database, sending_of(later, "a"), done, january + 1)) == "lần 2");
        CHECK(MUST(send(database, sending_of(key, "a", 8), done)) == "lần 3");
        auto transaction = MUST(database.read());
        CHECK(MUST(was_taken(transaction, sending_of(key, ""))));
        CHECK(!MUST(was_taken(transaction, sending_of(key, "", 9))));
        CHECK(MUST(last_keys(transaction, "house.deed", 7)) == later + " " + key);
    });
}

TEST_CASE("other content under a taken key is refused")
{
    caicach::testing::each_database(migrations(), [](database::Database& database) {
        int done = 0;
        const auto key = new_key();
        MUST(send(database, sending_of(key, "a"), done));
        const auto other = send(database, sending_of(key, "b"), done);
        REQUIRE(!other);
        CHECK(other.error().kind == Failure::conflict);
        CHECK(other.error().key == "once.sent_before");
        CHECK(done == 1);
    });
}

TEST_CASE("a deed that was refused did not take its key")
{
    caicach::testing::each_database(migrations(), [](database::Database& database) {
        const auto key = new_key();
        {
            auto transaction = MUST(database.write());
            const auto refused = run(
                transaction, sending_of(key, "a"), january,
                []() -> Result<std::string> { return failure(Failure::invalid, "base.required"); });
            CHECK(!refused);
        }
        int done = 0;
        CHECK(MUST(send(database, sending_of(key, "b"), done)) == "lần 1");
    });
}

TEST_CASE("a form without a key is done each time")
{
    caicach::testing::each_database(migrations(), [](database::Database& database) {
        int done = 0;
        MUST(send(database, sending_of("", "a"), done));
        MUST(send(database, sending_of("", "a"), done));
        CHECK(done == 2);
    });
}

TEST_CASE("keys are forgotten after their days")
{
    caicach::testing::each_database(migrations(), [](database::Database& database) {
        int done = 0;
        const auto key = new_key();
        MUST(send(database, sending_of(key, "a"), done));
        MUST(send(database, sending_of(new_key(), "b"), done, january + kept_seconds));
        CHECK(MUST(send(database, sending_of(key, "a"), done)) == "lần 1");
        MUST(send(database, sending_of(new_key(), "c"), done, january + (kept_seconds + a_day)));
        auto transaction = MUST(database.read());
        CHECK(!MUST(was_taken(transaction, sending_of(key, ""))));
    });
}

TEST_CASE("a key that no page made is refused")
{
    CHECK(MUST(key_from("")).empty());
    const auto key = new_key();
    CHECK(MUST(key_from(key)) == key);
    for (const auto* typed : {"a", "../../etc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
        const auto refused = key_from(typed);
        REQUIRE(!refused);
        CHECK(refused.error().key == "once.key");
    }
}

TEST_CASE("parts of a form are told apart")
{
    CHECK(content_of({"ab", "c"}) != content_of({"a", "bc"}));
    CHECK(content_of({"a", "b"}) == content_of({"a", "b"}));
}

TEST_CASE("a form with a key may be sent again where nobody knows whether it was kept")
{
    const Error unknown{.kind = Failure::unavailable, .key = "base.commit_unknown"};
    CHECK(said_of_keyed_form(unknown, new_key()).key == "once.commit_unknown");
    CHECK(said_of_keyed_form(unknown, new_key()).kind == Failure::unavailable);
    CHECK(said_of_keyed_form(unknown, "").key == "base.commit_unknown");
    const Error away{.kind = Failure::unavailable, .key = "base.database_away"};
    CHECK(said_of_keyed_form(away, new_key()).key == "base.database_away");
}

}  // namespace caicach::once
