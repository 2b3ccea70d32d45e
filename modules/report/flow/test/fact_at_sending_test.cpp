#include <atomic>
#include <thread>

#include "json/value.hpp"
#include "report/flow/flow_handlers.hpp"
#include "report/flow/late_fact.hpp"
#include "report/flow/test/flow_desk.hpp"

/// A fact and a sending at the same moment, each in a transaction of its own.
namespace caicach::report
{
namespace
{

/// Whether somebody waits for the turn; on SQLite whoever writes second waits anyway.
bool waits_for_turn(const Room& room)
{
    auto transaction = MUST(room.context.read());
    if (!transaction.is_postgres()) return true;
    const auto waiting = [](const database::Row& row) { return row.integer("waiting") > 0; };
    return MUST(
        transaction.one("SELECT count(*) AS waiting FROM pg_locks"
                        " WHERE NOT granted AND locktype = 'advisory' AND objid::bigint ="
                        " (hashtext(current_schema() || '.turn')::bigint & 4294967295)",
                        waiting));
}

/// Begins the other writer, goes on when it waits or has not waited, and is there when it is done.
class OtherWriter
{
public:
    template <class Work>
    OtherWriter(const Room& room, const Work& work)
        : m_context(room.context), m_thread{[this, &room, work] {
              Room own{.desk = room.desk, .context = m_context};
              work(own);
              m_is_done = true;
          }}
    {
        while (!m_is_done && !waits_for_turn(room)) std::this_thread::yield();
    }
    OtherWriter(const OtherWriter&) = delete;
    OtherWriter& operator=(const OtherWriter&) = delete;
    OtherWriter(OtherWriter&&) = delete;
    OtherWriter& operator=(OtherWriter&&) = delete;
    ~OtherWriter() { m_thread.join(); }

private:
    Context m_context;
    std::atomic<bool> m_is_done{};
    std::thread m_thread;
};

evidence::Fact article_today(const Room& room)
{
    return {.kind = article,
            .agency = room.agency("SYT"),
            .happened_on = room.context.today(),
            .quantity = 3,
            .title = "Một cửa ở xã"};
}

/// Behind both: how many facts what was sent names, and how many wait as late.
struct Told {
    std::int64_t frozen{};
    std::int64_t late{};
};
Told told_of(const Desk& desk)
{
    const auto all = desk.submissions();
    REQUIRE(all.size() == 1);
    Told told;
    const auto content = MUST(json::parse(desk.content(all[0].id)));
    for (const auto& one : content["indicators"].elements())
        if (one["key"].as_string() == "tin_bai") told.frozen = one["facts"]["count"].as_integer();
    auto transaction = MUST(desk.room.context.read());
    told.late = MUST(late_facts(transaction, desk.report().id, {})).facts;
    return told;
}

void send_held(Room& room, const std::string& code)
{
    auto transaction = MUST(room.context.begin());
    auto held = MUST(held_for_sending(transaction, code));
    MUST(submit(room.context, transaction, held, true));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("a fact that is being recorded when its report is sent is in what was sent")
{
    in_room([](Room& room) {
        const Desk desk{room};
        auto recording = MUST(room.context.begin());
        MUST(evidence::record(room.context, recording, article_today(room)));
        {
            const OtherWriter sender{room, [&](Room& own) { send_held(own, desk.code); }};
            MUST(recording.commit());
        }
        const auto told = told_of(desk);
        CHECK(told.frozen == 1);
        CHECK(told.late == 0);
    });
}

TEST_CASE("a fact that comes while its report is being sent is late")
{
    in_room([](Room& room) {
        const Desk desk{room};
        auto sending = MUST(room.context.begin());
        auto held = MUST(held_for_sending(sending, desk.code));
        MUST(submit(room.context, sending, held, true));
        {
            const OtherWriter recorder{room, [](Room& own) {
                                           auto transaction = MUST(own.context.begin());
                                           const auto fact = article_today(own);
                                           MUST(evidence::record(own.context, transaction, fact));
                                           MUST(transaction.commit());
                                       }};
            MUST(sending.commit());
        }
        const auto told = told_of(desk);
        CHECK(told.frozen == 0);
        CHECK(told.late == 1);
    });
}

}  // namespace caicach::report
