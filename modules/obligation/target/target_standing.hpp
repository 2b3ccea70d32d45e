#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "obligation/doers.hpp"
#include "obligation/target/exclusion.hpp"
#include "obligation/target/measurement_store.hpp"
#include "obligation/target/number_heir.hpp"
#include "obligation/target/number_rhythm.hpp"
#include "obligation/target/taken_over.hpp"
#include "obligation/target/target.hpp"

/// How far a plan's targets are: what agencies stated, and what figures say, put together.
namespace caicach::obligation
{

struct AgencyStanding {
    organisation::AgencySummary agency{};
    std::optional<Measurement> measurement{};  ///< what was stated last; also behind figures
    std::optional<Amounts> amounts{};          ///< what holds now; nothing: nobody knows
    bool is_of_figures{};
    /// Nothing of it is counted for the agency; the whole beside it is that of others, too.
    bool has_done_nothing{};
    Date as_of{};
    Reached reached{Reached::unknown};
    /// Agencies it took over: whose numbers are added to its own, and whose are not there.
    std::vector<std::string> taken_over{};
    std::vector<std::string> lacking{};
};

/// An agency that ended, whose numbers nobody has.
struct LeftOutStanding {
    organisation::AgencySummary agency{};
    bool is_split{};
};

/// An agency that it does not apply to.
struct ExcludedStanding {
    organisation::AgencySummary agency{};
    Exclusion stated{};
    std::string by{};  ///< whose statement goes on in it; empty: its own
};

struct MeasureStanding {
    Measure measure{};
    std::vector<AgencyStanding> agencies{};  ///< who are to state it, by name
    std::vector<ExcludedStanding> excluded{};
    std::vector<LeftOutStanding> left_out{};
    Total total{};
    /// Of the numbers in the total; equal where all are of one day, nothing where there are none.
    std::optional<Date> first_as_of{};
    std::optional<Date> last_as_of{};
};

struct TargetStanding {
    Target target{};
    std::vector<MeasureStanding> measures{};
    std::vector<MeasureStanding> earlier{};  ///< of words that the plan has no longer
    NumberRhythm rhythm{};
    std::optional<AskedPeriod> asked{};                  ///< whose numbers are to be stated
    std::vector<organisation::AgencySummary> missing{};  ///< who has not stated them, by name
};

/// A plan with its targets. Remembers what it asked; lives as long as one request.
class PlanTargets
{
public:
    [[nodiscard]] static Result<PlanTargets> load(Context& context,
                                                  database::Transaction& transaction,
                                                  plan::PlanSummary plan);

    [[nodiscard]] const plan::PlanSummary& plan() const { return m_plan; }
    [[nodiscard]] const std::vector<Target>& targets() const { return m_targets; }
    /// not_found "obligation.target.not_found".
    [[nodiscard]] Result<const Target*> find(std::string_view code) const;
    /// Nothing where the plan asks for it no longer.
    [[nodiscard]] const Target* of_lineage(plan::ItemId lineage) const;
    /// Today, or the plan's last day once it is over: whose members are asked.
    [[nodiscard]] Date day() const { return m_day; }

    /// Who are to state a target: those who perform or lead it, else who coordinates the plan.
    [[nodiscard]] Result<std::vector<organisation::AgencyId>> expected(const Target& target);
    /// Of these, whom a measure does not apply to.
    [[nodiscard]] Result<bool> is_excluded(const Target& target, const Measure& measure,
                                           organisation::AgencyId agency);
    /// All that were stated of the plan, in whatever state.
    [[nodiscard]] const std::vector<Exclusion>& exclusions() const { return m_exclusions; }
    /// Nothing where there was none; the measure empty: of all of the target.
    [[nodiscard]] const Exclusion* exclusion_at(const Target& target, std::string_view measure,
                                                organisation::AgencyId agency) const;
    [[nodiscard]] const std::vector<NumberRhythm>& rhythms() const { return m_rhythms; }
    /// Who was said to go on with the numbers of agencies that were split.
    [[nodiscard]] const std::vector<NumberHeir>& number_heirs() const { return m_number_heirs; }
    /// Whose numbers are asked for today.
    [[nodiscard]] std::optional<AskedPeriod> asked_now(const Target& target) const;
    /// Whether the agency has not stated them; `own` are its numbers that stand.
    [[nodiscard]] Result<bool> is_missing(const Target& target, organisation::AgencyId agency,
                                          const std::vector<Measurement>& own);
    [[nodiscard]] Result<TargetStanding> standing(const Target& target);
    [[nodiscard]] Result<std::vector<TargetStanding>> standings();

    /// Numbers of others are for who watches the plan, and for agencies that direct or oversee the
    /// target; an agency sees its own, and the whole.
    [[nodiscard]] Result<bool> may_see_all(const Target& target);
    [[nodiscard]] Result<bool> may_see(const Target& target);
    [[nodiscard]] bool may_see_agency(organisation::AgencyId agency) const;
    /// Its own people, and who leads the plan's targets.
    [[nodiscard]] bool may_state(organisation::AgencyId agency) const;
    [[nodiscard]] bool may_lead() const;

private:
    using Agencies = std::vector<organisation::AgencyId>;
    struct FigureAmounts {
        std::optional<evidence::Figure> figure{};  ///< nothing where its module took it away
        std::map<organisation::AgencyId, std::int64_t> by_agency{};
        std::optional<std::int64_t> of_nobody{};  ///< what it says of who has no fact
    };

    PlanTargets(Context& context, database::Transaction& transaction, plan::PlanSummary plan,
                Doers doers)
        : m_context(context),
          m_transaction(transaction),
          m_plan(std::move(plan)),
          m_doers(std::move(doers))
    {
    }
    [[nodiscard]] Result<TargetStanding> standing_with(const Target& target,
                                                       const std::vector<Measurement>& now);
    [[nodiscard]] Result<MeasureStanding> earlier_standing(const Measure& measure,
                                                           const std::vector<Measurement>& now);
    /// Those of now and those of the plan's first day.
    [[nodiscard]] Result<AskedAgencies> asked(const Target& target);
    /// Those that hold of a measure.
    [[nodiscard]] std::vector<const Exclusion*> granted(const Target& target,
                                                        const Measure& measure) const;
    /// Takes them out of who are asked, and names them.
    [[nodiscard]] Result<AskedAgencies> left_to_ask(const Target& target, AskedAgencies asked,
                                                    MeasureStanding& standing);
    [[nodiscard]] Result<AgencyStanding> standing_of(const Measure& measure,
                                                     const HeldAmounts& held,
                                                     std::span<const Measurement> now);
    [[nodiscard]] Result<std::vector<std::string>> agency_names(
        std::span<const organisation::AgencyId> agencies);
    [[nodiscard]] Result<FigureAmounts*> amounts_of(const std::string& figure);
    [[nodiscard]] Result<std::optional<std::int64_t>> told_by(const std::string& figure,
                                                              organisation::AgencyId agency);
    [[nodiscard]] Result<void> take_figures(const Measure& measure, AgencyStanding& standing);
    [[nodiscard]] Result<const organisation::AgencySummary*> summary_of(
        organisation::AgencyId agency);

    Context& m_context;
    database::Transaction& m_transaction;
    plan::PlanSummary m_plan;
    Doers m_doers;
    Date m_day{};
    std::vector<Target> m_targets{};
    std::vector<Exclusion> m_exclusions{};
    std::vector<NumberRhythm> m_rhythms{};
    std::vector<NumberHeir> m_number_heirs{};
    std::map<std::string, FigureAmounts> m_figures{};
    std::map<organisation::AgencyId, organisation::AgencySummary> m_agencies{};
};

/// Where the facts of a figure are listed, for the time of a plan until a day.
[[nodiscard]] std::string figure_facts_path(const plan::PlanSummary& plan, Date day,
                                            std::string_view figure);

/// "Sở Nội vụ, Các sở, ban, ngành", as the plan names them.
[[nodiscard]] std::string names_of(const std::vector<plan::Mention>& mentions);
/// Those who perform, else those who lead.
[[nodiscard]] std::string responsible_of(const plan::Item& item);

}  // namespace caicach::obligation
