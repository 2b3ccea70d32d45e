#include <array>
#include <string>
#include <thread>

#include "once/once.hpp"
#include "report/flow/flow_handlers.hpp"
#include "report/flow/sent_fact.hpp"
#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
namespace
{

/// As the page's form does it; the receipt.
Result<std::string> send_with(const Room& room, const std::string& code, const std::string& key)
{
    auto context = room.context;
    auto transaction = TRY(context.begin());
    auto held = TRY(held_for_sending(transaction, code));
    const once::Sending sending{
        .purpose = "report.sending", .owner = held.id.value, .key = key, .content_sha256 = {}};
    const auto act = [&]() -> Result<std::string> {
        const auto sent = TRY(submit(context, transaction, held, true));
        return sent.code;
    };
    auto receipt = TRY(once::run(transaction, sending, context.now(), act));
    TRY(transaction.commit());
    return receipt;
}

/// What two who send at the same moment are told.
std::array<Result<std::string>, 2> both_send(const Desk& desk,
                                             const std::array<std::string, 2>& keys)
{
    std::array<Result<std::string>, 2> told{Result<std::string>{""}, Result<std::string>{""}};
    std::array<std::thread, 2> threads;
    for (std::size_t i = 0; i < threads.size(); ++i)
        threads.at(i) =
            std::thread{[&, i] { told.at(i) = send_with(desk.room, desk.code, keys.at(i)); }};
    for (auto& thread : threads) thread.join();
    return told;
}

void check_once(const Desk& desk)
{
    CHECK(desk.submissions().size() == 1);
    auto transaction = MUST(desk.room.context.read());
    CHECK(MUST(StepStore{transaction}.of_report(desk.report().id)).size() == 1);
    const auto facts = MUST(evidence::facts(transaction, {.agency = desk.report().agency,
                                                          .kind = std::string{submitted_fact.key},
                                                          .from = day("2000-01-01"),
                                                          .to = day("2100-01-01")}));
    CHECK(facts.size() == 1);
}

}  // namespace

TEST_CASE("of two who send one report at the same moment one does, and the other is told")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const auto told = both_send(desk, {once::new_key(), once::new_key()});
        CHECK(told[0].has_value() != told[1].has_value());
        const auto& refused = told[0] ? told[1] : told[0];
        CHECK(refused.error().key == "report.flow.not_now");
        check_once(desk);
    });
}

TEST_CASE("one form that is sent twice at the same moment has one receipt")
{
    in_room([](Room& room) {
        const Desk desk{room};
        const auto key = once::new_key();
        const auto told = both_send(desk, {key, key});
        REQUIRE(told[0]);
        REQUIRE(told[1]);
        CHECK(*told[0] == *told[1]);
        CHECK(desk.submissions()[0].code == *told[0]);
        check_once(desk);
    });
}

}  // namespace caicach::report
