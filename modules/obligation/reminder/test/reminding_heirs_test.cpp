#include "obligation/reminder/people.hpp"
#include "obligation/reminder/sight.hpp"
#include "obligation/testing.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{

using identity::Role;

TEST_CASE("who took an agency over is reminded of what it owed, and may answer; others are not")
{
    in_reminded_office([](RemindedOffice& office) {
        auto context = office.context();
        const auto heir = office.person("Mạc Thị Nhàn", "SNV", Role::agency_head);
        const auto other = office.person("Lục Văn Bách", "SYT", Role::agency_head);
        const auto plan = put_in_force(office.province, {monthly_articles(context, "STP", 2)});
        const auto march =
            office.province.obligation(plan, office.province.agency("STP"), "2026-03");
        merge(office.province, "SNV", "STP", day(4, 1));
        const auto may = [&](AccountId account, Date today) {
            auto transaction = MUST(context.read());
            return std::pair{MUST(Sight(transaction, account, today).sees(march)),
                             MUST(People(transaction, today).may_answer(account, march))};
        };
        CHECK(may(heir, day(3, 31)) == std::pair{false, false});
        CHECK(may(heir, day(4, 1)) == std::pair{true, true});
        CHECK(may(other, day(4, 1)) == std::pair{false, false});
        office.run_on(day(3, 31));
        CHECK_FALSE(office.readers().contains(heir));
        for (const auto number : {1, 2, 3}) office.go_on_until(day(4, number));
        CHECK(office.readers().contains(heir));
        CHECK_FALSE(office.readers().contains(other));
    });
}

}  // namespace caicach::obligation
