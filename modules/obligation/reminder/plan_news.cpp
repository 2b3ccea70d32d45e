#include "obligation/reminder/plan_news.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "calendar/period_key.hpp"
#include "obligation/acting.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/limits.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/work.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

/// Of one agency: a plan that asks of all agencies at once comes into force within the second.
constexpr std::size_t readers_max = 3;

std::string_view what_of(Cause cause)
{
    switch (cause) {
        case Cause::in_force:
            return "Kế hoạch mới giao việc";
        case Cause::amended:
            return "Kế hoạch được sửa đổi";
        case Cause::directory:
            return "Việc thay đổi theo danh mục cơ quan";
        case Cause::calendar:
            break;
    }
    return "Hạn dời theo lịch làm việc";
}

/// "Thêm 3 việc, hạn gần nhất 31/01/2026; đổi 2 việc; thôi 1 việc."
std::string counts_text(const AgencyChanges& changes)
{
    std::string said;
    const auto add = [&](int count, std::string_view verb, const std::string& more) {
        if (count == 0) return;
        said += said.empty() ? "" : "; ";
        said += std::string(verb) + " " + std::to_string(count) + " việc" + more;
    };
    add(changes.made, "thêm",
        changes.first_due ? ", hạn gần nhất " + changes.first_due->vietnamese() : std::string{});
    add(changes.changed, "đổi", "");
    add(changes.closed, "thôi", "");
    return "Với cơ quan: " + said + ".";
}

/// What the messages of one generation have in common; remembers what it asked.
class Digesting
{
public:
    Digesting(database::Transaction& transaction, plan::PlanId plan)
        : m_transaction(transaction), m_plan(plan)
    {
    }

    Result<std::string> text_of(const AgencyChanges& changes)
    {
        auto said = counts_text(changes);
        std::size_t lines = 0;
        for (const auto& moved : changes.moved) {
            if (lines++ == lines_max) {
                said += "\n- và " + std::to_string(changes.moved.size() - lines_max) + " hạn khác";
                break;
            }
            const auto line = TRY(line_of(moved));
            said += "\n- " + line;
        }
        return said;
    }

private:
    static constexpr std::size_t lines_max = 5;  // so that they fit the text of a message

    /// "II.1.a. Gửi tin, bài (Tháng 5/2026): hạn 29/05/2026 dời sang 28/05/2026"
    Result<std::string> line_of(const MovedDay& moved)
    {
        auto known = m_works.find(moved.lineage);
        if (known == m_works.end()) {
            auto work = TRY(work_of(m_transaction, m_plan, moved.lineage));
            known = m_works.emplace(moved.lineage, std::move(work)).first;
        }
        const auto& work = known->second;
        const auto period = calendar::period_from_key(moved.period);
        return work.path + ". " + text::shorten(work.title, limits::news_title_length_max) +
               (period ? " (" + calendar::label(*period) + ")" : std::string{}) + ": hạn " +
               moved.before.vietnamese() + " dời sang " + moved.after.vietnamese();
    }

    database::Transaction& m_transaction;
    plan::PlanId m_plan;
    std::map<plan::ItemId, Work> m_works{};
};

/// A plan comes into force once by each edition; the others may happen again.
std::string key_of(Context& context, const plan::PlanSummary& plan, Cause cause)
{
    const auto key = "plan/" + std::to_string(plan.edition.value);
    const bool is_of_edition = cause == Cause::in_force || cause == Cause::amended;
    return is_of_edition ? key : key + "/" + to_iso(context.now());
}

}  // namespace

Result<void> tell_agencies(Context& context, database::Transaction& transaction,
                           const plan::PlanSummary& plan, const Generated& done, Cause cause)
{
    News news{.what = std::string(what_of(cause)),
              .about = about_of(plan),
              .agency = acting_for(context, plan.coordinator),
              .path = inbox_path_of_plan(Box::urgent, false, plan.code)};
    const auto key = key_of(context, plan, cause);
    People people{transaction, context.today()};
    Digesting digesting{transaction, plan.id};
    for (const auto& [agency, changes] : done.agencies) {
        // What moved alone is told of a calendar: counts that grew by new facts are no news.
        if (cause == Cause::calendar && changes.moved.empty()) continue;
        auto accounts = TRY(people.speakers(agency));
        if (accounts.empty()) continue;
        if (accounts.size() > readers_max) accounts.resize(readers_max);
        news.text = TRY(digesting.text_of(changes));
        news.key = key + "/" + std::to_string(agency.value);
        TRY(tell(context, transaction, accounts, news));
    }
    return {};
}

}  // namespace caicach::obligation
