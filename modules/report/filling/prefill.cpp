#include "report/filling/prefill.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "evidence/api.hpp"
#include "organisation/api.hpp"

namespace caicach::report
{
namespace
{

/// A number of evidence, before an indicator is made of it.
struct Known {
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator{};
    std::int64_t facts{};
    std::string path{};
    bool is_told{};
};
using KnownByFigure = std::map<std::string, Known>;

/// Whole numbers become ten-thousandths; nothing for what is too large to be kept.
std::optional<std::int64_t> scaled(std::int64_t whole)
{
    std::int64_t amount{};
    if (__builtin_mul_overflow(whole, ten_thousandths_of_one, &amount)) return {};
    return amount;
}

std::set<std::string> figures_of(const Definition& definition, Span span)
{
    std::set<std::string> keys;
    for (const auto* one : indicators_of(definition)) {
        if (one->span != span || one->source == Source::typed) continue;
        keys.insert(one->figure);
        if (!one->denominator_figure.empty()) keys.insert(one->denominator_figure);
    }
    return keys;
}

class Prefill
{
public:
    Prefill(Context& context, database::Transaction& transaction, const Report& report,
            const ReportPeriod& period)
        : m_context(context), m_transaction(transaction), m_report(report), m_period(period)
    {
    }

    Result<void> load()
    {
        m_figures = TRY(evidence::figures(m_context, m_transaction));
        const auto agency =
            TRY(organisation::agency_by_id(m_transaction, m_report.agency, m_period.data.to));
        m_slug = agency.slug;
        return {};
    }

    /// Those that nobody knows are left out.
    Result<KnownByFigure> known(const std::set<std::string>& keys, const calendar::Window& window)
    {
        std::vector<std::string> counted;
        std::vector<std::string> told;
        for (const auto& key : keys) (figure(key) != nullptr ? counted : told).push_back(key);
        KnownByFigure known;
        TRY(add_counted(counted, window, known));
        TRY(add_told(told, window, known));
        return known;
    }

private:
    [[nodiscard]] const evidence::Figure* figure(std::string_view key) const
    {
        const auto found = std::ranges::find(m_figures, key, &evidence::Figure::key);
        return found == m_figures.end() ? nullptr : &*found;
    }

    Result<void> add_counted(const std::vector<std::string>& keys, const calendar::Window& window,
                             KnownByFigure& known)
    {
        if (keys.empty()) return {};
        const auto amounts = TRY(evidence::amounts_of_agency(
            m_context, m_transaction, keys,
            {.agency = m_report.agency, .window = window, .day = m_period.data.to}));
        for (const auto& one : amounts)
            known[one.figure] = {
                .numerator = one.amount,
                .facts = one.facts,
                .path = evidence::facts_path_of(*figure(one.figure), window, m_slug)};
        return {};
    }

    Result<void> add_told(const std::vector<std::string>& keys, const calendar::Window& window,
                          KnownByFigure& known)
    {
        if (keys.empty()) return {};
        const evidence::Telling telling{
            .agency = m_report.agency, .window = window, .today = m_context.today()};
        const auto figures = TRY(evidence::told_figures(m_context, m_transaction));
        const auto amounts = TRY(evidence::told_amounts(m_context, m_transaction, telling, keys));
        // Who has nothing of a figure may be left out: that is a nought.
        for (const auto& one : figures)
            if (std::ranges::find(keys, one.key) != keys.end())
                known[one.key] = {
                    .denominator = one.is_ratio ? std::optional<std::int64_t>{0} : std::nullopt,
                    .is_told = true};
        for (const auto& one : amounts) {
            if (one.agency != m_report.agency) continue;
            known[one.key] = {.numerator = one.numerator,
                              .denominator = one.denominator,
                              .path = one.path,
                              .is_told = true};
        }
        return {};
    }

    Context& m_context;
    database::Transaction& m_transaction;
    const Report& m_report;
    const ReportPeriod& m_period;
    std::vector<evidence::Figure> m_figures{};
    std::string m_slug{};
};

std::optional<Computed> computed_of(const Indicator& indicator, const KnownByFigure& known)
{
    const auto found = known.find(indicator.figure);
    if (found == known.end()) return {};
    const auto numerator = scaled(found->second.numerator);
    if (!numerator) return {};
    Computed computed{.amount = {.numerator = *numerator},
                      .facts = found->second.facts,
                      .path = found->second.path,
                      .is_told = found->second.is_told};
    auto whole = found->second.denominator;
    // A ratio that its keeper tells whole names itself as its denominator.
    if (indicator.denominator_figure != indicator.figure && !indicator.denominator_figure.empty()) {
        const auto denominator = known.find(indicator.denominator_figure);
        if (denominator == known.end()) return {};
        whole = denominator->second.numerator;
    }
    if (indicator.adding != Adding::ratio) return computed;
    computed.amount.denominator = whole ? scaled(*whole) : std::nullopt;
    if (!computed.amount.denominator) return {};
    return computed;
}

}  // namespace

Result<std::map<std::string, Computed>> prefill(Context& context,
                                                database::Transaction& transaction,
                                                const Report& report, const ReportPeriod& period,
                                                const Definition& definition)
{
    Prefill figures{context, transaction, report, period};
    TRY(figures.load());
    const calendar::Window year{period.year_from, period.data.to};
    const auto of_period = TRY(figures.known(figures_of(definition, Span::period), period.data));
    const auto of_year = TRY(figures.known(figures_of(definition, Span::year_to_date), year));
    std::map<std::string, Computed> found;
    for (const auto* one : indicators_of(definition)) {
        if (one->source == Source::typed) continue;
        const auto computed = computed_of(*one, one->span == Span::period ? of_period : of_year);
        if (computed) found.emplace(one->key, *computed);
    }
    return found;
}

}  // namespace caicach::report
