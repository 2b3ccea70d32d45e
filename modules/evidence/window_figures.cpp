#include "evidence/window_figures.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "evidence/coverage.hpp"
#include "evidence/day_sums.hpp"
#include "evidence/origin.hpp"
#include "evidence/paths.hpp"
#include "evidence/sql.hpp"
#include "manifest/context.hpp"

namespace caicach::evidence
{
namespace
{

using organisation::AgencyId;

/// Amounts and facts pass on alike, each to the last unit.
std::vector<AgencyAmount> passed_on(const std::string& figure, std::span<const DaySum> sums,
                                    const organisation::Succession* succession, Date day)
{
    std::vector<organisation::Figure> amounts;
    std::vector<organisation::Figure> facts;
    for (const auto& sum : sums) {
        amounts.push_back({sum.agency, sum.day, sum.quantity});
        facts.push_back({sum.agency, sum.day, sum.facts});
    }
    const auto totals = [&](const std::vector<organisation::Figure>& figures) {
        return succession == nullptr ? organisation::as_then(figures)
                                     : succession->as_of(day, figures);
    };
    std::map<AgencyId, AgencyAmount> held;
    for (const auto& [agency, amount] : totals(amounts))
        held[agency] = {.agency = agency, .figure = figure, .amount = amount};
    for (const auto& [agency, count] : totals(facts)) held[agency].facts = count;
    std::vector<AgencyAmount> found;
    for (auto& [agency, amount] : held)
        if (amount.amount != 0 || amount.facts != 0) found.push_back(std::move(amount));
    return found;
}

/// By the agencies as they are: who passed something on within the window is looked at day by day.
class Answers
{
public:
    Answers(database::Transaction& transaction, organisation::Succession succession,
            const calendar::Window& window, Date day)
        : m_succession(std::move(succession)),
          m_days(transaction, window),
          m_window(window),
          m_day(day)
    {
    }

    Result<std::vector<AgencyAmount>> amounts(const Figure& figure, std::span<const DaySum> sums)
    {
        std::vector<DaySum> parted;
        for (const auto& sum : sums) {
            if (passes_alike(sum.agency)) {
                parted.push_back(sum);
            } else {
                TRY(m_days.add(sum.agency, figure, parted));
            }
        }
        return passed_on(figure.key, parted, &m_succession, m_day);
    }

private:
    bool passes_alike(AgencyId agency) const
    {
        return m_succession.heirs(agency, m_window.from, m_day) ==
               m_succession.heirs(agency, m_window.to, m_day);
    }

    organisation::Succession m_succession{};
    DaySums m_days;
    calendar::Window m_window{};
    Date m_day{};
};

/// Those of whose facts something may have come to the agency, itself included.
Result<std::vector<AgencyId>> agencies_before(database::Transaction& transaction,
                                              const organisation::Succession& succession,
                                              const Answering& asked)
{
    // Far more than any share leaves nothing of.
    constexpr std::int64_t plenty = 10'000'000'000'000'000;
    const auto id = [](const database::Row& row) { return row.id<AgencyId>("id"); };
    auto agencies = TRY(transaction.all(sql::agencies_with_sums, id));
    std::erase_if(agencies, [&](AgencyId agency) {
        const organisation::Figure all{agency, asked.window.from, plenty};
        const auto held = succession.as_of(asked.day, {&all, 1});
        return std::ranges::find(held, asked.agency, &organisation::Total::agency) == held.end();
    });
    return agencies;
}

/// What one agency answers for: whose facts, and by which days.
class Answer
{
public:
    static Result<Answer> load(database::Transaction& transaction, const Answering& asked)
    {
        auto succession = TRY(organisation::succession(transaction));
        auto origins = TRY(agencies_before(transaction, succession, asked));
        return Answer{transaction, asked, std::move(succession), std::move(origins)};
    }

    Result<AgencyAmount> amount(const Figure& figure)
    {
        AgencyAmount own{.agency = m_asked.agency, .figure = figure.key};
        if (const auto coverage = coverage_figure(figure.key)) {
            own.amount = TRY(reached(*coverage));
            return own;
        }
        const auto sums = TRY(sums_of(figure));
        const auto amounts = passed_on(figure.key, sums, &m_succession, m_asked.day);
        const auto found = std::ranges::find(amounts, m_asked.agency, &AgencyAmount::agency);
        return found == amounts.end() ? own : *found;
    }

    Result<std::vector<Origin>> shares(const Figure& figure)
    {
        if (const auto coverage = coverage_figure(figure.key)) return reached_from(*coverage);
        std::vector<Origin> origins;
        const auto sums = TRY(sums_of(figure));
        for (const auto& sum : sums) {
            for (const auto& heir : m_succession.heirs(sum.agency, sum.day, m_asked.day)) {
                if (heir.agency == m_asked.agency)
                    add_origin(origins, {sum.agency, sum.quantity, heir.share});
            }
        }
        return origins;
    }

    /// Visits facts that count, agency by agency.
    template <class Visit>
    Result<void> each_fact(const Visit& visit)
    {
        for (const auto agency : m_origins) {
            TRY(m_transaction->each(sql::codes_by_agency, visit, agency, m_asked.window.from,
                                    m_asked.window.to));
        }
        return {};
    }

private:
    Answer(database::Transaction& transaction, const Answering& asked,
           organisation::Succession succession, std::vector<AgencyId> origins)
        : m_transaction(&transaction),
          m_asked(asked),
          m_succession(std::move(succession)),
          m_origins(std::move(origins)),
          m_days(transaction, asked.window)
    {
    }

    Result<std::vector<DaySum>> sums_of(const Figure& figure)
    {
        std::vector<DaySum> sums;
        for (const auto agency : m_origins) TRY(m_days.add(agency, figure, sums));
        return sums;
    }

    Result<Coverage> coverage_of(const CoverageFigure& figure) const
    {
        return Coverage::load(*m_transaction, figure,
                              CoverageDays{.window = m_asked.window, .only_by = m_origins},
                              Rollup::as_now, m_asked.day);
    }

    /// Of groups, how many agencies they have, whoever of them was reached.
    [[nodiscard]] Result<std::int64_t> reached(const CoverageFigure& figure) const
    {
        if (figure.is_whole())
            return group_size(*m_transaction, figure, std::min(m_asked.window.to, m_asked.day));
        if (m_origins.empty()) return 0;
        const auto coverage = TRY(coverage_of(figure));
        const auto found = coverage.reached().find(m_asked.agency);
        return found == coverage.reached().end() ? 0
                                                 : static_cast<std::int64_t>(found->second.size());
    }

    [[nodiscard]] Result<std::vector<Origin>> reached_from(const CoverageFigure& figure) const
    {
        if (figure.is_whole() || m_origins.empty()) return std::vector<Origin>{};
        const auto coverage = TRY(coverage_of(figure));
        return evidence::origins_of(coverage, m_asked.agency);
    }

    database::Transaction* m_transaction{};
    Answering m_asked{};
    organisation::Succession m_succession{};
    std::vector<AgencyId> m_origins{};
    DaySums m_days;
};

/// The codes behind one figure, fact by fact.
class CodesOfFigure
{
public:
    CodesOfFigure(const Figure& figure, std::size_t limit) : m_figure(figure), m_limit(limit)
    {
        // How many agencies a group has comes from no fact.
        const auto coverage = coverage_figure(figure.key);
        m_has_facts = !coverage || !coverage->is_whole();
    }

    [[nodiscard]] bool counts(std::string_view kind, std::string_view product) const
    {
        return m_has_facts && (m_figure.kind.empty() || m_figure.kind == kind) &&
               (m_figure.product.empty() || m_figure.product == product);
    }

    void add(std::string_view code)
    {
        m_hash.add(code);
        m_hash.add("\n");
        ++m_found.facts;
        if (m_found.codes.size() < m_limit) m_found.codes.emplace_back(code);
    }

    /// Only once.
    FactCodes done()
    {
        m_found.sha256 = crypto::hex(m_hash.finish());
        return std::move(m_found);
    }

private:
    const Figure& m_figure;
    std::size_t m_limit{};
    bool m_has_facts{};
    crypto::Sha256 m_hash{};
    FactCodes m_found{};
};

/// The figures of the keys, in their order.
Result<std::vector<Figure>> figures_of(Context& context, database::Transaction& transaction,
                                       std::span<const std::string> keys)
{
    const auto all = TRY(figures(context, transaction));
    std::vector<Figure> asked;
    asked.reserve(keys.size());
    for (const auto& key : keys) {
        const auto found = std::ranges::find(all, key, &Figure::key);
        if (found == all.end()) return failure(Failure::not_found, "evidence.figure.not_found");
        asked.push_back(*found);
    }
    return asked;
}

Result<std::vector<AgencyAmount>> coverage_in(database::Transaction& transaction,
                                              const Figure& figure, const CoverageFigure& coverage,
                                              const calendar::Window& window,
                                              const FigureRollup& rollup)
{
    const auto totals = TRY(coverage_amounts(transaction, coverage, CoverageDays{.window = window},
                                             rollup.rollup, rollup.day));
    std::vector<AgencyAmount> amounts;
    amounts.reserve(totals.size());
    for (const auto& total : totals)
        amounts.push_back({.agency = total.agency, .figure = figure.key, .amount = total.amount});
    return amounts;
}

}  // namespace

Result<std::vector<AgencyAmount>> amounts_in(Context& context, database::Transaction& transaction,
                                             std::span<const std::string> figures,
                                             const calendar::Window& window,
                                             const FigureRollup& rollup)
{
    const auto asked = TRY(figures_of(context, transaction, figures));
    auto succession = TRY(organisation::succession(transaction));
    Answers answers{transaction, std::move(succession), window, rollup.day};
    std::vector<AgencyAmount> all;
    for (const auto& figure : asked) {
        std::vector<AgencyAmount> amounts;
        if (const auto coverage = coverage_figure(figure.key)) {
            amounts = TRY(coverage_in(transaction, figure, *coverage, window, rollup));
        } else {
            const auto sums = TRY(sums_in(transaction, figure, window));
            if (rollup.rollup == Rollup::as_now) {
                amounts = TRY(answers.amounts(figure, sums));
            } else {
                amounts = passed_on(figure.key, sums, nullptr, rollup.day);
            }
        }
        std::ranges::move(amounts, std::back_inserter(all));
    }
    return all;
}

Result<std::vector<AgencyAmount>> amounts_of_agency(Context& context,
                                                    database::Transaction& transaction,
                                                    std::span<const std::string> figures,
                                                    const Answering& asked)
{
    const auto named = TRY(figures_of(context, transaction, figures));
    auto answer = TRY(Answer::load(transaction, asked));
    std::vector<AgencyAmount> amounts;
    amounts.reserve(named.size());
    for (const auto& figure : named) {
        auto amount = TRY(answer.amount(figure));
        amounts.push_back(std::move(amount));
    }
    return amounts;
}

Result<std::vector<Origin>> origins_in(Context& context, database::Transaction& transaction,
                                       std::string_view figure, const Answering& asked)
{
    const auto named = TRY(figure_of(context, transaction, figure));
    auto answer = TRY(Answer::load(transaction, asked));
    return answer.shares(named);
}

Result<std::vector<FactCodes>> fact_codes_of(Context& context, database::Transaction& transaction,
                                             std::span<const std::string> figures,
                                             const Answering& asked, std::size_t limit)
{
    const auto named = TRY(figures_of(context, transaction, figures));
    auto answer = TRY(Answer::load(transaction, asked));
    std::vector<CodesOfFigure> all;
    all.reserve(named.size());
    for (const auto& figure : named) all.emplace_back(figure, limit);
    TRY(answer.each_fact([&](const database::Row& row) {
        const auto kind = row.text("kind");
        const auto product = row.text("product");
        for (auto& one : all)
            if (one.counts(kind, product)) one.add(row.text("code"));
    }));
    std::vector<FactCodes> found;
    found.reserve(all.size());
    for (auto& one : all) found.push_back(one.done());
    return found;
}

std::string facts_path_of(const Figure& figure, const calendar::Window& window,
                          std::string_view agency_slug)
{
    const auto days = "tu=" + window.from.iso() + "&den=" + window.to.iso();
    if (coverage_figure(figure.key)) return coverage_path(figure.key, agency_slug) + "?" + days;
    auto path =
        facts_path() + "?co-quan=" + std::string{agency_slug} + "&tinh-trang=counts&" + days;
    if (!figure.product.empty()) path += "&loai=" + figure.product;
    if (!figure.kind.empty()) path += "&nguon=" + figure.kind;
    return path;
}

}  // namespace caicach::evidence
