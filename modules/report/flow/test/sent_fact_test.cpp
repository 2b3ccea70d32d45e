#include "report/flow/sent_fact.hpp"

#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
namespace
{

/// Facts that count of the agency that it was sent.
std::vector<evidence::RecordedFact> sent_facts(const Desk& desk)
{
    auto transaction = MUST(desk.room.context.read());
    auto all = MUST(evidence::facts(transaction, {.agency = desk.report().agency,
                                                  .kind = std::string{submitted_fact.key},
                                                  .from = day("2000-01-01"),
                                                  .to = day("2100-01-01")}));
    return all;
}

}  // namespace

TEST_CASE("that a report was sent is a fact with its hash, while it stands sent")
{
    in_room([](Room& room) {
        const Desk desk{room};
        CHECK(sent_facts(desk).empty());
        MUST(desk.send());
        const auto first_day = room.context.today();
        auto facts = sent_facts(desk);
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].happened_on == first_day);
        CHECK(facts[0].file_sha256 == desk.submissions()[0].sha256);
        // The form serves no duty of a plan, so that no plan counts it.
        CHECK(facts[0].product.empty());
        MUST(desk.check());
        CHECK(sent_facts(desk).size() == 1);
        MUST(desk.return_it("Thiếu lời văn"));
        CHECK(sent_facts(desk).empty());
        // Sent anew it counts from the first sending: that one says whether it was in time.
        room.desk.clock.set_today(first_day.plus_days(2));
        MUST(desk.send());
        facts = sent_facts(desk);
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].happened_on == first_day);
        CHECK(facts[0].file_sha256 == desk.submissions()[0].sha256);
        MUST(desk.take([&](database::Transaction& transaction, Report& held) {
            return recall(room.context, transaction, held);
        }));
        CHECK(sent_facts(desk).empty());
    });
}

}  // namespace caicach::report
