#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "audit/checkpoint.hpp"
#include "audit/module.hpp"
#include "base/process.hpp"
#include "database/transaction.hpp"
#include "jobs/jobs.hpp"
#include "jobs/worker.hpp"
#include "testing/databases.hpp"

namespace caicach::audit
{
namespace
{

class MovableClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void pass_seconds(std::int64_t seconds) { m_now = m_now + seconds; }

private:
    Instant m_now{instant_from_iso("2026-03-15T02:00:30.000000Z")};
};

/// A house with a folder on "another machine", and a worker that runs what is due.
class Province
{
public:
    explicit Province(database::Database& database) : m_folder(MUST(TemporaryDirectory::create()))
    {
        services.database = &database;
        services.clock = &clock;
        services.recorder = &m_recorder;
        services.data_folder = m_folder.path() + "/data";
        services.checkpoint_folder = m_folder.path() + "/share";
        std::filesystem::create_directory(services.data_folder);
        std::filesystem::create_directory(services.checkpoint_folder);
    }

    [[nodiscard]] Context context() const
    {
        return {services, Actor{.name = "Hệ thống", .is_system = true}, "req-1"};
    }

    void write_lines(int count) const
    {
        auto acting = context();
        auto transaction = MUST(acting.begin());
        for (int line = 0; line < count; ++line)
            MUST(acting.record(transaction, "plan.item.changed", "item", line));
        MUST(transaction.commit());
    }

    void sign() const
    {
        auto acting = context();
        MUST(sign_and_copy(acting));
    }

    void run_jobs()
    {
        const auto manifest = module();
        jobs::Worker worker(*services.database, clock, {.threads = 1});
        for (const auto& job : manifest.jobs()) {
            worker.register_kind(std::string{job.kind}, job.limits,
                                 [this, &job](jobs::JobContext& running) {
                                     auto acting = context();
                                     return job.handler(acting, running);
                                 });
        }
        worker.run_due();
    }

    [[nodiscard]] std::string file() const
    {
        return services.checkpoint_folder + "/caicach-audit-checkpoints.jsonl";
    }
    [[nodiscard]] std::string kept() const
    {
        const std::ifstream stream(file());
        std::ostringstream text;
        if (stream) text << stream.rdbuf();
        return text.str();
    }
    [[nodiscard]] std::int64_t lines_kept() const
    {
        const auto text = kept();
        return std::count(text.begin(), text.end(), '\n');
    }
    [[nodiscard]] Result<Verification> verified(const std::string& key = {}) const
    {
        auto transaction = MUST(services.database->read());
        return verify_against(transaction, {.checkpoint_file = file(), .public_key = key});
    }

    MovableClock clock{};
    Services services{};

private:
    TemporaryDirectory m_folder;
    AuditRecorder m_recorder{};
};

void on_each_database(const std::function<void(Province&)>& test)
{
    const auto manifest = module();
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        Province province(database);
        test(province);
    });
}

/// With the database's own tools, the triggers out of the way.
void tamper(const Province& province, std::string_view sql)
{
    auto transaction = MUST(province.services.database->write());
    const bool is_postgres = transaction.is_postgres();
    for (const std::string table : {"audit_entry", "audit_checkpoint"}) {
        const auto on = is_postgres ? " ON " + table : std::string{};
        MUST(transaction.script("DROP TRIGGER " + table + "_stays" + on));
        MUST(transaction.script("DROP TRIGGER " + table + "_remains" + on));
    }
    MUST(transaction.script(sql));
    MUST(transaction.commit());
}

void check_bad(const Province& province, std::int64_t seq, Fault fault)
{
    const auto verification = MUST(province.verified());
    REQUIRE(verification.first_bad);
    CHECK(verification.first_bad->seq == seq);
    CHECK(key_of(verification.first_bad->fault) == key_of(fault));
}

/// The last `count` rows gone without a trace in the database itself.
std::string cut_after(std::int64_t seq)
{
    const auto last = std::to_string(seq);
    return "DELETE FROM audit_entry WHERE seq > " + last +
           "; DELETE FROM audit_checkpoint WHERE seq > " + last +
           "; UPDATE audit_head SET seq = " + last +
           ", hash = (SELECT hash FROM audit_entry WHERE seq = " + last + ")";
}

}  // namespace

TEST_CASE("a checkpoint is signed over all it says, and its line of JSON says it again")
{
    const auto key = crypto::SigningKey::generate();
    const auto checkpoint = signed_with(
        key, {.seq = 7, .hash = std::string(64, 'a'), .at = "2026-03-15T02:00:00.000000Z"});
    CHECK(signed_bytes(checkpoint) ==
          "20:caicach-checkpoint-1,1:7,64:" + checkpoint.hash + ",27:2026-03-15T02:00:00.000000Z,");
    CHECK(is_signed(checkpoint));
    auto again = checkpoint_from_json(json_of(checkpoint));
    REQUIRE(again);
    CHECK(is_signed(*again));
    again->seq = 8;
    CHECK_FALSE(is_signed(*again));
    again = checkpoint;
    again->at = "2026-03-15T02:00:00.000001Z";
    CHECK_FALSE(is_signed(*again));
    again->public_key = "00";
    CHECK_FALSE(is_signed(*again));
    for (const auto* line : {"", "{}", "[]", R"({"format":"other","seq":1})",
                             R"({"format":"caicach-checkpoint-1","seq":0})"}) {
        CHECK_FALSE(checkpoint_from_json(line));
    }
}

TEST_CASE("the lines of a minute are signed when it is over, copied, and agree")
{
    on_each_database([](Province& province) {
        province.write_lines(5);
        province.run_jobs();
        CHECK(province.kept().empty());
        province.clock.pass_seconds(60);
        province.run_jobs();
        CHECK(province.lines_kept() == 1);
        province.clock.pass_seconds(600);
        province.run_jobs();
        CHECK(province.lines_kept() == 1);  // nothing new, nothing signed
        province.write_lines(2);
        province.clock.pass_seconds(60);
        province.run_jobs();
        CHECK(province.lines_kept() == 2);
        const auto verification = MUST(province.verified());
        CHECK_FALSE(verification.first_bad);
        CHECK(verification.rows == 7);
        CHECK(verification.checkpoints == 4);  // two, each here and there
    });
}

TEST_CASE("the key is its owner's alone, stays the same, and a broken one is told")
{
    on_each_database([](Province& province) {
        province.write_lines(1);
        province.sign();
        const auto path = province.services.data_folder + "/audit.key";
        struct stat status = {};
        REQUIRE(::stat(path.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
        const auto key = MUST(public_key(province.services.data_folder));
        CHECK(province.kept().find(key) != std::string::npos);
        CHECK(MUST(public_key(province.services.data_folder)) == key);
        std::ofstream(path) << "hỏng";
        province.write_lines(1);
        auto acting = province.context();
        const auto refused = sign_and_copy(acting);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "crypto.key_file_unusable");
    });
}

TEST_CASE("a share that was away is made up for; a folder is never made in its place")
{
    on_each_database([](Province& province) {
        const auto share = province.services.checkpoint_folder;
        std::filesystem::remove(share);
        for (int round = 0; round < 3; ++round) {
            province.write_lines(1);
            auto acting = province.context();
            const auto refused = sign_and_copy(acting);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().key == "audit.checkpoint_folder.unusable");
        }
        CHECK_FALSE(std::filesystem::exists(share));
        std::filesystem::create_directory(share);
        province.sign();
        CHECK(province.lines_kept() == 3);
    });
}

TEST_CASE("half a line that a loss of power left is passed over, then written anew")
{
    on_each_database([](Province& province) {
        province.write_lines(1);
        province.sign();
        std::ofstream(province.file(), std::ios::app) << R"({"format":"caicach-check)";
        CHECK_FALSE(MUST(province.verified()).first_bad);
        province.write_lines(1);
        province.sign();
        CHECK(province.lines_kept() == 2);
        CHECK(MUST(province.verified()).checkpoints == 4);
    });
}

TEST_CASE("a tail cut off without a trace is told by the file kept elsewhere")
{
    on_each_database([](Province& province) {
        province.write_lines(4);
        province.sign();
        province.write_lines(4);
        province.sign();
        tamper(province, cut_after(5));
        check_bad(province, 6, Fault::truncated);
        auto transaction = MUST(province.services.database->read());
        CHECK_FALSE(MUST(verify_against(transaction, {})).first_bad);
    });
}

TEST_CASE("a tail cut off is told by the checkpoints beside it where they were forgotten")
{
    on_each_database([](Province& province) {
        province.write_lines(4);
        province.sign();
        tamper(province,
               "DELETE FROM audit_entry WHERE seq > 2; UPDATE audit_head SET seq = 2, "
               "hash = (SELECT hash FROM audit_entry WHERE seq = 2)");
        auto transaction = MUST(province.services.database->read());
        const auto verification = MUST(verify_against(transaction, {}));
        REQUIRE(verification.first_bad);
        CHECK(in_words(*verification.first_bad).starts_with("dòng 3 và các dòng sau đã mất"));
    });
}

TEST_CASE("an older database that went on is told by the first checkpoint it cannot have signed")
{
    on_each_database([](Province& province) {
        province.write_lines(4);
        province.sign();
        province.write_lines(2);
        province.sign();
        tamper(province, cut_after(4));
        province.clock.pass_seconds(100);
        province.write_lines(9);
        check_bad(province, 6, Fault::rewritten);
        // And nothing is copied over the proof.
        auto acting = province.context();
        const auto refused = sign_and_copy(acting);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "audit.checkpoint_folder.other_chain");
        CHECK(province.lines_kept() == 2);
    });
}

TEST_CASE("a changed row is named before any checkpoint is asked")
{
    on_each_database([](Province& province) {
        province.write_lines(6);
        province.sign();
        tamper(province, "UPDATE audit_entry SET actor_name = 'Ai đó' WHERE seq = 3");
        check_bad(province, 3, Fault::changed);
    });
}

TEST_CASE("signatures of another key count only where no key is named; forged ones never")
{
    on_each_database([](Province& province) {
        province.write_lines(3);
        province.sign();
        const auto key = MUST(public_key(province.services.data_folder));
        CHECK_FALSE(MUST(province.verified(key)).first_bad);
        const auto other = MUST(province.verified(std::string(64, '0')));
        REQUIRE(other.first_bad);
        CHECK(other.first_bad->fault == Fault::badly_signed);
        tamper(province, "UPDATE audit_checkpoint SET signature = public_key");
        check_bad(province, 3, Fault::badly_signed);
    });
}

TEST_CASE("a file of checkpoints that is missing, malformed or out of order is refused")
{
    on_each_database([](Province& province) {
        province.write_lines(1);
        province.sign();
        const auto line = province.kept();
        std::ofstream(province.file(), std::ios::app) << line;
        const auto twice = province.verified();
        REQUIRE_FALSE(twice);
        CHECK(twice.error().key == "audit.checkpoint_file.malformed");
        std::ofstream(province.file()) << "xin chào\n";
        const auto malformed = province.verified();
        REQUIRE_FALSE(malformed);
        CHECK(malformed.error().arguments.at(1) == "1");
        std::filesystem::remove(province.file());
        const auto missing = province.verified();
        REQUIRE_FALSE(missing);
        CHECK(missing.error().key == "audit.checkpoint_file.missing");
    });
}

TEST_CASE("checkpoints beside the chain are neither changed nor deleted")
{
    on_each_database([](Province& province) {
        province.write_lines(1);
        province.sign();
        for (const auto* sql :
             {"UPDATE audit_checkpoint SET hash = ''", "DELETE FROM audit_checkpoint"}) {
            auto transaction = MUST(province.services.database->write());
            CHECK_FALSE(transaction.script(sql));
        }
    });
}

}  // namespace caicach::audit
