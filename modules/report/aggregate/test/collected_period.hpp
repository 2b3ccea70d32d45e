#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/aggregate/aggregate.hpp"
#include "report/test/steps.hpp"

namespace caicach::report
{

inline constexpr auto one = ten_thousandths_of_one;

/// The sample form with a number of each kind, that any officer may send.
inline Definition form_of_all_kinds()
{
    auto form = testing::sample_form();
    form.key = "thu_tong_hop";
    form.flow = {};
    auto& parts = form.sections.front().parts;
    parts.emplace_back(Indicator{.key = "ty_le", .text = "Tỷ lệ", .adding = Adding::ratio});
    parts.emplace_back(Indicator{.key = "cao", .text = "Cao nhất", .adding = Adding::maximum});
    parts.emplace_back(Indicator{.key = "co", .text = "Có", .adding = Adding::count_of_yes});
    return form;
}

/// A period of that form: SNV collects, and reports of all to the committee above.
struct CollectingRoom {
    Room& room;
    FormInForce form;
    ReportPeriod period;
    Steps steps;

    explicit CollectingRoom(Room& in)
        : room(in),
          form(in.in_force(form_of_all_kinds())),
          period(MUST(in.open(form)).period),
          steps(in)
    {
    }

    [[nodiscard]] std::string code(std::string_view agency) const
    {
        return room.report(period.id, agency).code;
    }
    void fill(std::string_view agency, const std::vector<CellChange>& changes) const
    {
        steps.fill(code(agency), changes);
    }
    [[nodiscard]] Aggregate aggregate(std::string_view collector = "SNV") const
    {
        auto transaction = MUST(room.context.read());
        return MUST(aggregate_of(transaction, period, room.agency(collector)));
    }
    [[nodiscard]] Total total(std::string_view key, std::string_view collector = "SNV") const
    {
        for (const auto* indicator : indicators_of(form.definition))
            if (indicator->key == key) return total_of(aggregate(collector), *indicator);
        FAIL("no indicator " << key);
        return {};
    }
    [[nodiscard]] Turnout turnout() const
    {
        return turnout_of(aggregate().reports, room.context.today());
    }
};

}  // namespace caicach::report
