#include "obligation/own_plan/own_plan_steps.hpp"
#include "obligation/testing.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{

using identity::Role;

TEST_CASE("an own plan that was sent and not judged is not spoken of, one that was returned is")
{
    in_reminded_office([](RemindedOffice& office) {
        office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        const auto head = office.person("Mạc Thị Nhàn", "SYT", Role::agency_head);
        auto context = office.context();
        const auto asked = testing::obligations_of_own_plan(context, "SYT", "SNV");
        const auto linked = testing::plan_made_by(context, "SYT");
        const auto sent = testing::own_plan_of(context, asked.front(), linked);
        office.run_on(day(3, 30));
        office.go_on_until(day(3, 31));
        CHECK(office.reminders_of(asked.front().id).empty());
        {
            auto transaction = MUST(context.begin());
            MUST(return_own_plan(context, transaction, sent, "Thiếu kinh phí"));
            MUST(transaction.commit());
        }
        for (const auto number : {1, 2, 3}) office.go_on_until(day(4, number));
        CHECK_FALSE(office.reminders_of(asked.front().id).empty());
        CHECK(office.readers().contains(head));
    });
}

}  // namespace caicach::obligation
