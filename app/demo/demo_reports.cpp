#include "app/demo/demo_reports.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "app/sample_plan.hpp"
#include "app/sample_province.hpp"
#include "organisation/api.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/flow/flow_steps.hpp"
#include "report/form/put_in_force.hpp"
#include "report/narrative/drawn_text.hpp"
#include "report/period/opening.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"

namespace caicach::app
{
namespace
{

using report::CellChange;

// Shares in a thousand.
constexpr int sent_in_time = 880;
constexpr int sent_late_of_others = 660;  ///< the rest of them never send
constexpr int sent_back = 40;
constexpr int typed_over = 60;

constexpr int days_before_due = 3;
constexpr int days_late = 7;
constexpr int days_until_checked = 2;
constexpr int days_until_mended = 1;

// SQLite walks over the whole journal of a transaction with each line of the audit.
constexpr std::size_t deeds_a_transaction = 25;

/// Numbers that keep the form's rules: what is done is no more than what came.
std::vector<CellChange> typed_numbers(DemoChance& chance)
{
    const int came = 40 + chance.below(2'000);
    const int done = came - chance.below(came / 10 + 1);
    const int late = chance.below(done / 50 + 1);
    const int online = came * (55 + chance.below(40)) / 100;
    const int posted = (came - online) / 3;
    const int checked = 1 + chance.below(12);
    const std::vector<std::pair<std::string_view, int>> numbers{
        {"thu_tuc.tiep_nhan", came},
        {"thu_tuc.truc_tuyen", online},
        {"thu_tuc.buu_chinh", posted},
        {"thu_tuc.da_giai_quyet", done},
        {"thu_tuc.dung_han", done - late},
        {"thu_tuc.qua_han", late},
        {"thu_tuc.ty_le_dung_han", done - late},
        {"thu_tuc.ty_le_dung_han/mau", done},
        {"thu_tuc.ty_le_truc_tuyen", online},
        {"thu_tuc.ty_le_truc_tuyen/mau", came},
        {"thu_tuc.hai_long", 80 + chance.below(20)},
        {"the_che.ra_soat", checked},
        {"the_che.xu_ly", chance.below(checked + 1)},
    };
    std::vector<CellChange> cells;
    cells.reserve(numbers.size() + 1);
    for (const auto& [field, number] : numbers)
        cells.push_back({.field = std::string{field}, .value = std::to_string(number)});
    if (chance.happens(typed_over))
        cells.push_back({.field = "tuyen_truyen.tin_bai", .value = std::to_string(checked)});
    return cells;
}

/// Texts that the form wants, as the program would draw them.
Result<void> add_texts(Context& context, database::Transaction& transaction,
                       const report::Report& report, const report::ReportPeriod& period,
                       const report::Definition& form, std::vector<CellChange>& cells)
{
    const auto wording = TRY(report::Wording::on(context.today()));
    const evidence::Telling telling{
        .agency = report.agency, .window = period.data, .today = context.today()};
    for (const auto& section : form.sections) {
        for (const auto& part : section.parts) {
            const auto* words = std::get_if<report::Narrative>(&part);
            if (words == nullptr || !words->is_required) continue;
            const auto lines = TRY(report::lines_for(context, transaction, *words, telling));
            auto text = report::draw(*words, lines, wording);
            if (text.empty()) text = "Trong kỳ không có nội dung phát sinh.";
            cells.push_back({.field = words->key, .value = std::move(text)});
        }
    }
    return {};
}

Result<void> fill_in(Context& context, database::Transaction& transaction, report::Report& report,
                     DemoChance& chance)
{
    const auto form = TRY(report::FormStore{transaction}.definition(report.version_of_form));
    const auto period = TRY(report::ReportStore{transaction}.period(report.period));
    auto cells = typed_numbers(chance);
    TRY(add_texts(context, transaction, report, period, form, cells));
    const auto saved = TRY(report::save_cells(context, transaction, report, cells));
    VERIFY(saved.faults.empty() && saved.contested.empty());
    return {};
}

/// Those who report of it to the coordinator, by code.
Result<std::vector<std::pair<std::string, report::Report>>> reports_of(
    database::Transaction& transaction, const report::ReportPeriod& period,
    organisation::AgencyId owner)
{
    const auto all = TRY(report::ReportStore{transaction}.of_period(period.id));
    std::vector<std::pair<std::string, report::Report>> reports;
    reports.reserve(all.size());
    for (const auto& one : all) {
        if (one.agency == owner) continue;
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, one.due_on));
        reports.emplace_back(std::move(agency.code), one);
    }
    std::ranges::sort(reports, {}, &std::pair<std::string, report::Report>::first);
    return reports;
}

Result<report::FormInForce> form_in_force(database::Transaction& transaction)
{
    const auto form = TRY(report::FormStore{transaction}.by_key(sample_form));
    VERIFY(form);
    return report::in_force(transaction, *form);
}

}  // namespace

Result<void> DemoReports::open_periods(Context& context, DemoClock& clock, int year, Date until)
{
    auto transaction = TRY(context.begin());
    const auto form = TRY(form_in_force(transaction));
    const auto cut_offs = TRY(report::cut_offs_on(until));
    const auto scheme = report::scheme_of(form.definition.period, cut_offs);
    for (const auto& period : calendar::periods_of_year(scheme, year)) {
        if (period.first >= until) break;
        clock.set_day(period.first);
        const auto opened = TRY(report::open_period(context, transaction, form, period));
        const auto reports = TRY(reports_of(transaction, opened.period, form.form.owner));
        for (const auto& [agency, one] : reports) decide(one.code, agency, one.due_on, until);
        const auto own =
            TRY(report::ReportStore{transaction}.of_agency(opened.period.id, form.form.owner));
        if (own) decide_of_owner(own->code, std::string{sample_coordinator}, own->due_on, until);
    }
    std::ranges::stable_sort(m_deeds, std::ranges::greater{}, [](const Deed& one) {
        return std::tuple{one.day, std::string_view{one.agency}};
    });
    return transaction.commit();
}

void DemoReports::decide_of_owner(const std::string& report, const std::string& agency, Date due_on,
                                  Date until)
{
    for (const auto& [kind, day] :
         {std::pair{Deed::Kind::send, due_on},
          std::pair{Deed::Kind::approve, due_on.plus_days(days_until_checked)}})
        if (day < until)
            m_deeds.push_back({.day = day, .agency = agency, .kind = kind, .report = report});
}

void DemoReports::decide(const std::string& report, const std::string& agency, Date due_on,
                         Date until)
{
    const auto add = [&](Deed::Kind kind, Date day) {
        if (day < until)
            m_deeds.push_back({.day = day, .agency = agency, .kind = kind, .report = report});
    };
    const bool is_in_time = m_chance.happens(sent_in_time);
    const bool is_late = !is_in_time && m_chance.happens(sent_late_of_others);
    const int before = m_chance.below(days_before_due);
    const int behind = 1 + m_chance.below(days_late);
    const bool is_sent_back = m_chance.happens(sent_back);
    if (!is_in_time && !is_late) return;
    auto day = due_on.plus_days(is_in_time ? -before : behind);
    add(Deed::Kind::send, day);
    if (is_sent_back) {
        day = day.plus_days(days_until_checked);
        add(Deed::Kind::send_back, day);
        day = day.plus_days(days_until_mended);
        add(Deed::Kind::send_again, day);
    }
    add(Deed::Kind::approve, day.plus_days(days_until_checked));
}

Result<void> DemoReports::act_before(Context& context, DemoClock& clock, Date day)
{
    while (!m_deeds.empty() && m_deeds.back().day < day) {
        auto transaction = TRY(context.begin());
        for (std::size_t count = 0; count < deeds_a_transaction; ++count) {
            if (m_deeds.empty() || m_deeds.back().day >= day) break;
            clock.set_day(m_deeds.back().day);
            TRY(act(context, transaction, m_deeds.back()));
            m_deeds.pop_back();
        }
        TRY(transaction.commit());
    }
    return {};
}

Result<void> DemoReports::act(Context& context, database::Transaction& transaction,
                              const Deed& deed)
{
    report::ReportStore reports{transaction};
    auto report = TRY(reports.hold(deed.report));
    switch (deed.kind) {
        case Deed::Kind::send:
            TRY(fill_in(context, transaction, report, m_chance));
            report = TRY(reports.hold(deed.report));
            TRY(report::submit(context, transaction, report, true));
            return {};
        case Deed::Kind::send_back:
            return report::send_back(context, transaction, report, {},
                                     {{"thu_tuc.hai_long", "Ghi rõ nguồn khảo sát ở lời văn."}});
        case Deed::Kind::send_again:
            TRY(report::submit(context, transaction, report, true));
            return {};
        case Deed::Kind::approve:
            TRY(report::check_report(context, transaction, report, {}));
            report = TRY(reports.hold(deed.report));
            return report::approve(context, transaction, report, {});
    }
    return {};
}

}  // namespace caicach::app
