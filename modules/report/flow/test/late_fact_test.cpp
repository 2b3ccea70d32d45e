#include "report/flow/late_fact.hpp"

#include "json/value.hpp"
#include "report/flow/late_part.hpp"
#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
namespace
{

struct Waiting {
    const Desk& desk;

    [[nodiscard]] LateFacts facts(SubmissionId settled_by = {}) const
    {
        auto transaction = MUST(desk.room.context.read());
        return MUST(late_facts(transaction, desk.report().id, settled_by));
    }
    [[nodiscard]] LatePart part() const
    {
        auto& context = desk.room.context;
        auto transaction = MUST(context.read());
        const auto filled = MUST(filled_of(context, transaction, desk.report()));
        return MUST(late_part_of(context, transaction, filled));
    }
};

void take_back(Room& room, evidence::FactId fact, std::int64_t quantity)
{
    auto transaction = MUST(room.context.begin());
    const auto known = MUST(evidence::fact_by_id(transaction, fact));
    MUST(evidence::record(room.context, transaction,
                          {.kind = article,
                           .agency = known.agency,
                           .happened_on = known.happened_on,
                           .quantity = quantity,
                           .title = known.title,
                           .supersedes = fact}));
    MUST(transaction.commit());
}

}  // namespace

TEST_CASE("a fact that comes behind a sending waits for the correction, and is settled by it")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const Waiting waiting{desk};
        const auto happened_on = room.context.today();
        publish(room, happened_on, 2);
        MUST(desk.send());
        CHECK(waiting.facts().facts == 0);
        CHECK(waiting.part().is_empty());
        const auto late = publish(room, happened_on, 3);
        // Of a day that the report does not have, and of another agency, nothing is late.
        publish(room, desk.report().due_on.plus_days(-200), 1);
        const auto found = waiting.facts();
        REQUIRE(found.shown.size() == 1);
        CHECK(found.shown[0].fact == late);
        CHECK(found.shown[0].counts);
        CHECK(found.shown[0].indicators == std::vector<std::string>{"tin_bai", "tin_bai_nam"});
        const auto part = waiting.part();
        REQUIRE(part.moved.size() == 2);
        CHECK(part.moved[0].sent == "2");
        CHECK(part.moved[0].now == "5");
        CHECK(part.what_to_do.find("rút lại") != std::string::npos);
        MUST(desk.check());
        MUST(desk.approve_it());
        desk.lock();
        CHECK(waiting.part().what_to_do.find("điều chỉnh") != std::string::npos);
        MUST(desk.correct_it("Một bài đăng muộn"));
        CHECK(waiting.facts().facts == 0);
        CHECK(waiting.part().is_empty());
        const auto current = desk.report().current;
        CHECK(waiting.facts(current).facts == 1);
        const auto value = MUST(json::parse(desk.content(current)));
        CHECK(value["indicators"].elements()[0]["sent"]["value"].as_string() == "5");
    });
}

TEST_CASE("a fact that comes and goes behind a sending is late no more")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const Waiting waiting{desk};
        const auto happened_on = room.context.today();
        const auto counted = publish(room, happened_on, 2);
        MUST(desk.send());
        const auto late = publish(room, happened_on, 3);
        CHECK(waiting.facts().facts == 1);
        take_back(room, late, 0);
        CHECK(waiting.facts().facts == 0);
        // What was counted and is corrected stands for two: the old one is out, the new one in.
        take_back(room, counted, 4);
        const auto found = waiting.facts();
        REQUIRE(found.shown.size() == 2);
        CHECK(found.shown[0].fact == counted);
        CHECK_FALSE(found.shown[0].counts);
        CHECK(found.shown[1].counts);
    });
}

TEST_CASE("a refused fact is out of what was sent, and in again where it is accepted")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const Waiting waiting{desk};
        const auto counted = publish(room, room.context.today(), 2);
        MUST(desk.send());
        const auto review = [&](bool counts) {
            auto transaction = MUST(room.context.begin());
            const auto fact = MUST(evidence::fact_by_id(transaction, counted));
            MUST(room.context.publish(transaction,
                                      evidence::FactReviewed{.fact = fact, .counts = counts}));
            MUST(transaction.commit());
        };
        review(false);
        REQUIRE(waiting.facts().shown.size() == 1);
        CHECK_FALSE(waiting.facts().shown[0].counts);
        review(true);
        CHECK(waiting.facts().facts == 0);
    });
}

TEST_CASE("while a report is open its numbers are fresh, and nothing is late")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const Waiting waiting{desk};
        publish(room, room.context.today(), 2);
        CHECK(waiting.facts().facts == 0);
        MUST(desk.send());
        MUST(desk.return_it("Thiếu lời văn"));
        publish(room, room.context.today(), 2);
        CHECK(waiting.facts().facts == 0);
        CHECK(waiting.part().is_empty());
    });
}

}  // namespace caicach::report
