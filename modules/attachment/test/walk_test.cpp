#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "attachment/walk.hpp"
#include "attachment/walk_findings.hpp"
#include "jobs/worker.hpp"
#include "room.hpp"

namespace caicach::attachment
{
namespace
{

const Date first_day = *Date::create(2026, 3, 15);

/// A worker that knows the walk alone.
int run_walk(Room& room)
{
    jobs::Worker worker(*room.services.database, room.clock);
    worker.register_kind(std::string(walk_job_kind), {}, [&](jobs::JobContext& job) {
        auto context = room.context();
        return run_walk_job(context, job);
    });
    return worker.run_due();
}

void begin(Room& room)
{
    auto context = room.context();
    MUST(begin_walk(context));
}

Walk walk_of(Room& room)
{
    auto transaction = MUST(room.services.database->read());
    return MUST(load_walk(transaction));
}

std::vector<StandingFault> faults(Room& room)
{
    auto transaction = MUST(room.services.database->read());
    return MUST(standing_faults(transaction, 100));
}

/// As if it had been changed last on that day.
void age(const std::string& path, Date day)
{
    constexpr std::int64_t second = 1'000'000;
    const auto seconds = instant_from_iso(day.iso() + "T00:00:00.000000Z").microseconds / second;
    const std::array<timespec, 2> times{timespec{seconds, 0}, timespec{seconds, 0}};
    REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) == 0);
}

/// A content whose upload was broken off on that day.
std::string orphan(Room& room, Date day)
{
    const auto kept = MUST(keep_bytes(room, pdf_bytes("mồ côi")));
    auto path = MUST(open_path(room.context(), kept.sha256));
    age(path, day);
    return path;
}

}  // namespace

TEST_CASE("one round looks at every content and says what it saw; the next one waits for a day")
{
    in_room([](Room& room) {
        std::int64_t bytes = 0;
        for (const auto* text : {"một", "hai", "ba"}) bytes += attach(room, pdf_bytes(text)).bytes;
        begin(room);
        CHECK(run_walk(room) == 1);
        const auto walk = walk_of(room);
        CHECK_FALSE(walk.began_at);
        REQUIRE(walk.ended_at);
        CHECK(walk.ended.contents == 3);
        CHECK(walk.ended.bytes == bytes);
        CHECK(faults(room).empty());
        CHECK(run_walk(room) == 0);
        room.clock.set_today(*Date::create(2026, 3, 16));
        CHECK(run_walk(room) == 1);
        CHECK(walk_of(room).step == walk.step + 1);
    });
}

TEST_CASE("a start of the program keeps one walk going, however often it happens")
{
    in_room([](Room& room) {
        begin(room);
        begin(room);
        CHECK(run_walk(room) == 1);
        begin(room);
        begin(room);
        CHECK(run_walk(room) == 0);
        room.clock.set_today(*Date::create(2026, 3, 16));
        CHECK(run_walk(room) == 1);
    });
}

TEST_CASE("missing and changed contents are reported until they are mended")
{
    in_room([](Room& room) {
        const auto gone = attach(room, pdf_bytes("mất"));
        const auto changed = attach(room, pdf_bytes("đổi"));
        attach(room, pdf_bytes("còn"));
        std::filesystem::remove(path_of(room, gone));
        std::ofstream(path_of(room, changed), std::ios::app) << "!";
        begin(room);
        run_walk(room);
        CHECK(faults(room).size() == 2);
        for (const auto& fault : faults(room)) {
            CHECK(fault.fault == (fault.sha256 == gone.sha256 ? Fault::missing : Fault::changed));
            CHECK(fault.files == 1);
            CHECK(Date::of(fault.found_at) == first_day);
        }
        auto transaction = MUST(room.services.database->read());
        const auto counts = MUST(fault_counts(transaction));
        CHECK(counts.missing == 1);
        CHECK(counts.changed == 1);

        attach(room, pdf_bytes("mất"));
        room.clock.set_today(*Date::create(2026, 3, 16));
        run_walk(room);
        REQUIRE(faults(room).size() == 1);
        CHECK(faults(room)[0].sha256 == changed.sha256);
        // Known since the first day.
        CHECK(Date::of(faults(room)[0].found_at) == first_day);
    });
}

TEST_CASE("a step that runs twice does nothing the second time")
{
    in_room([](Room& room) {
        attach(room, pdf_bytes("một"));
        begin(room);
        const auto before = walk_of(room).step;
        run_walk(room);
        auto transaction = MUST(room.services.database->write());
        MUST(jobs::enqueue(transaction, walk_job_kind, std::to_string(before),
                           {.now = room.clock.now(), .key = "again"}));
        MUST(transaction.commit());
        CHECK(run_walk(room) == 1);
        CHECK(walk_of(room).step == before + 1);
        room.clock.set_today(*Date::create(2026, 3, 16));
        // Not two walks side by side.
        CHECK(run_walk(room) == 1);
    });
}

TEST_CASE("a content without a row is removed thirty days after it was found, with an audit line")
{
    in_room([](Room& room) {
        // However old it is: an older database may just have been restored.
        const auto path = orphan(room, *Date::create(2025, 1, 1));
        attach(room, pdf_bytes("còn"));
        begin(room);
        run_walk(room);
        CHECK(walk_of(room).ended.orphans == 1);
        CHECK(faults(room).empty());
        for (const auto& [day, stays] : {std::pair{*Date::create(2026, 4, 13), true},
                                         std::pair{*Date::create(2026, 4, 15), false}}) {
            room.clock.set_today(day);
            run_walk(room);
            CHECK(std::filesystem::exists(path) == stays);
        }
        CHECK(room.recorder.lines.back().starts_with("attachment.orphan.removed"));
        room.clock.set_today(*Date::create(2026, 4, 17));
        run_walk(room);
        CHECK(walk_of(room).ended.orphans == 0);
        CHECK(files_in(room, "") == 1);
    });
}

TEST_CASE("an orphan that finds its row again is none, and one brought anew is not removed")
{
    in_room([](Room& room) {
        const auto path = orphan(room, *Date::create(2025, 1, 1));
        begin(room);
        run_walk(room);
        // Its upload is tried again in the very moment that it would be removed.
        room.clock.set_today(*Date::create(2026, 4, 20));
        age(path, *Date::create(2026, 4, 19));
        run_walk(room);
        CHECK(std::filesystem::exists(path));
        attach(room, pdf_bytes("mồ côi"));
        room.clock.set_today(*Date::create(2026, 5, 30));
        run_walk(room);
        CHECK(std::filesystem::exists(path));
        CHECK(walk_of(room).ended.orphans == 0);
    });
}

TEST_CASE("what interrupted uploads left is cleared when a round begins")
{
    in_room([](Room& room) {
        attach(room, pdf_bytes("còn"));
        const auto old = room.folder.write("files/incoming/cu", "x");
        const auto fresh = room.folder.write("files/incoming/moi", "x");
        age(old, *Date::create(2026, 3, 13));
        age(fresh, first_day);
        begin(room);
        run_walk(room);
        CHECK_FALSE(std::filesystem::exists(old));
        CHECK(std::filesystem::exists(fresh));
    });
}

TEST_CASE("a large store is walked in steps, each of which remembers where it was")
{
    in_room([](Room& room) {
        const int contents = limits::step_contents_max + 5;
        {
            auto context = room.context();
            auto transaction = MUST(context.begin());
            for (int i = 0; i < contents; ++i) {
                const KeptFile kept{.use = "test.many",
                                    .count_max = contents,
                                    .sha256 = crypto::sha256_hex(std::to_string(i)),
                                    .name = "a.pdf",
                                    .kind = FileKind::pdf,
                                    .bytes = 1};
                MUST(add(context, transaction, kept, 1));
            }
            MUST(transaction.commit());
        }
        begin(room);
        CHECK(run_walk(room) == 1);
        const auto walk = walk_of(room);
        CHECK(walk.began_at);
        CHECK_FALSE(walk.ended_at);
        CHECK(walk.sum.contents == limits::step_contents_max);
        CHECK(walk.percent() >= 98);
        room.clock.set_today(*Date::create(2026, 3, 16));
        CHECK(run_walk(room) == 1);
        CHECK(walk_of(room).ended.contents == contents);
        CHECK(faults(room).size() == 100);
    });
}

}  // namespace caicach::attachment
