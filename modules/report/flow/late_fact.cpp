#include "report/flow/late_fact.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "json/value.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using organisation::AgencyId;

/// What the frozen text says of the facts behind one number.
std::optional<bool> was_counted(const json::Value& frozen, std::string_view indicator,
                                std::string_view code)
{
    for (const auto& one : frozen["indicators"].elements()) {
        if (one["key"].as_string() != indicator) continue;
        const auto& facts = one["facts"];
        const auto& codes = facts["codes"].elements();
        const bool is_named = std::ranges::any_of(
            codes, [&](const json::Value& named) { return named.as_string() == code; });
        if (is_named) return true;
        // Of very many facts the text names only the first.
        if (facts["count"].as_integer() == static_cast<std::int64_t>(codes.size())) return false;
        return {};
    }
    return {};
}

/// One fact, as it is from now on, against the reports that have its day.
class Hearing
{
public:
    Hearing(Context& context, database::Transaction& transaction,
            const evidence::RecordedFact& fact, bool counts)
        : m_context(context), m_transaction(transaction), m_fact(fact), m_counts(counts)
    {
    }

    Result<void> run()
    {
        struct Found {
            PeriodId period{};
            Date data_until{};
        };
        const auto found = [](const database::Row& row) {
            return Found{row.id<PeriodId>("id"), row.date("data_until")};
        };
        const auto periods =
            TRY(m_transaction.all(sql::standing_periods_with_day, found, m_fact.happened_on));
        // Of what happens in days that nobody has reported yet nothing is late.
        if (periods.empty()) return {};
        const auto succession = TRY(organisation::succession(m_transaction));
        m_figures = TRY(evidence::figures(m_context, m_transaction));
        for (const auto& period : periods) {
            const auto heirs =
                succession.heirs(m_fact.agency, m_fact.happened_on, period.data_until);
            for (const auto& heir : heirs) TRY(look_at(period.period, heir.agency));
        }
        return {};
    }

private:
    Result<void> look_at(PeriodId period, AgencyId agency)
    {
        const auto id = [](const database::Row& row) { return row.id<ReportId>("id"); };
        const auto found = TRY(m_transaction.maybe_one(sql::standing_report, id, period, agency));
        if (!found) return {};
        ReportStore store{m_transaction};
        const auto report = TRY(store.find(*found));
        const auto days = TRY(store.period(report.period));
        const auto definition = TRY(form_content(m_transaction, report.version_of_form));
        std::vector<std::string> keys;
        for (const auto* indicator : indicators_of(*definition))
            if (has_day(*indicator, days) && uses_fact(*indicator)) keys.push_back(indicator->key);
        if (keys.empty()) return {};
        const auto text = TRY(SubmissionStore{m_transaction}.content(report.current));
        const auto frozen = TRY(json::parse(text));
        for (const auto& key : keys) TRY(note(report.id, frozen, key));
        return {};
    }

    [[nodiscard]] bool has_day(const Indicator& indicator, const ReportPeriod& period) const
    {
        const auto from =
            indicator.span == Span::year_to_date ? period.year_from : period.data.from;
        return from <= m_fact.happened_on && m_fact.happened_on <= period.data.to;
    }

    [[nodiscard]] bool uses_fact(const Indicator& indicator) const
    {
        if (indicator.source == Source::typed) return false;
        return std::ranges::any_of(m_figures, [&](const evidence::Figure& figure) {
            const bool is_asked =
                figure.key == indicator.figure || figure.key == indicator.denominator_figure;
            const bool is_counted = (figure.kind.empty() || figure.kind == m_fact.kind) &&
                                    (figure.product.empty() || figure.product == m_fact.product);
            return is_asked && is_counted;
        });
    }

    /// What is as it was sent needs no row.
    Result<void> note(ReportId report, const json::Value& frozen, const std::string& indicator)
    {
        const auto before = was_counted(frozen, indicator, m_fact.code);
        if (before == m_counts) {
            TRY(m_transaction.change(sql::remove_late_fact, report, m_fact.id, indicator));
            return {};
        }
        return m_transaction.change_one(sql::put_late_fact, report, m_fact.id, indicator, m_counts,
                                        m_context.now());
    }

    Context& m_context;
    database::Transaction& m_transaction;
    const evidence::RecordedFact& m_fact;
    bool m_counts;
    std::vector<evidence::Figure> m_figures{};
};

Result<void> hear_fact(Context& context, database::Transaction& transaction,
                       const evidence::FactRecorded& event)
{
    if (event.fact.supersedes) {
        const auto before = TRY(evidence::fact_by_id(transaction, *event.fact.supersedes));
        TRY(Hearing(context, transaction, before, false).run());
    }
    if (event.fact.standing != evidence::Standing::counts) return {};
    return Hearing{context, transaction, event.fact, true}.run();
}

Result<void> hear_review(Context& context, database::Transaction& transaction,
                         const evidence::FactReviewed& event)
{
    return Hearing{context, transaction, event.fact, event.counts}.run();
}

}  // namespace

Result<LateFacts> late_facts(database::Transaction& transaction, ReportId report,
                             SubmissionId settled_by)
{
    // A fact is of some numbers of a form, never of many.
    constexpr std::int64_t rows_max = limits::late_facts_shown * 10;
    LateFacts all;
    const auto count = [](const database::Row& row) { return row.integer("facts"); };
    all.facts = TRY(transaction.one(sql::late_fact_count, count, report, settled_by));
    const auto add = [&](const database::Row& row) {
        const auto fact = row.id<evidence::FactId>("fact_id");
        if (all.shown.empty() || all.shown.back().fact != fact) {
            if (std::ssize(all.shown) >= limits::late_facts_shown) return;
            all.shown.push_back({.fact = fact,
                                 .counts = row.boolean("counts"),
                                 .heard_at = row.instant("heard_at")});
        }
        all.shown.back().indicators.push_back(row.string("indicator"));
    };
    TRY(transaction.each(sql::late_facts, add, report, settled_by, rows_max));
    return all;
}

Result<void> settle_late_facts(database::Transaction& transaction, ReportId report, SubmissionId by)
{
    TRY(transaction.change(sql::settle_late_facts, report, by));
    return {};
}

void add_late_facts(Module& module)
{
    module.on<evidence::FactRecorded>(hear_fact);
    module.on<evidence::FactReviewed>(hear_review);
}

}  // namespace caicach::report
