#include <algorithm>

#include "identity/testing.hpp"
#include "obligation/reminder/people.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{

using identity::Role;

TEST_CASE("who stands in for a head is told what heads are, from the first day to the last")
{
    in_reminded_office([](RemindedOffice& office) {
        auto context = office.context();
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        const auto deputy = office.person("Tạ Minh Khuê", "SYT", Role::editor);
        const auto syt = office.province.agency("SYT");
        identity::testing::delegated(context, {.delegator = head,
                                               .delegate = deputy,
                                               .role = Role::agency_head,
                                               .branch = syt,
                                               .from = day(3, 25),
                                               .to = day(3, 27),
                                               .document = "Giấy ủy quyền số 1"});
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 1)});
        const auto march = office.province.obligation(plan, syt, "2026-03");
        const auto letters_to_deputy = [&] {
            return std::ranges::count_if(office.messages(), [&](const SentMessage& message) {
                return message.account == deputy && message.channel == "email";
            });
        };
        const auto standing = [&](Date today) {
            auto transaction = MUST(context.read());
            People people{transaction, today};
            return std::pair{MUST(people.stands_for(deputy, march)),
                             MUST(people.may_answer(deputy, march))};
        };
        // A week before: not yet.
        office.run_on(day(3, 24));
        CHECK(office.readers() == std::set{head});
        CHECK(standing(day(3, 24)) == std::pair{false, false});
        // Two working days before.
        for (const auto number : {25, 26, 27}) office.go_on_until(day(3, number));
        CHECK(letters_to_deputy() == 1);
        CHECK(standing(day(3, 27)) == std::pair{true, false});
        std::string letter;
        for (const auto& message : office.messages())
            if (message.account == deputy && message.channel == "email") letter = message.body;
        CHECK(letter.find("/tra-loi/") == std::string::npos);
        CHECK(letter.find("/viec/" + march.code) != std::string::npos);
        // The day itself, and what is overdue: no more.
        for (const auto number : {30, 31}) office.go_on_until(day(3, number));
        for (const auto number : {1, 2, 3, 6}) office.go_on_until(day(4, number));
        CHECK(letters_to_deputy() == 1);
        CHECK(standing(day(3, 28)) == std::pair{false, false});
    });
}

}  // namespace caicach::obligation
