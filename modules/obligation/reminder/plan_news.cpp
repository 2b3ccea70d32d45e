#include "obligation/reminder/plan_news.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "calendar/period_key.hpp"
#include "obligation/acting.hpp"
#include "obligation/budget/budget_paths.hpp"
#include "obligation/budget/budget_table.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/limits.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/work.hpp"
#include "text/number.hpp"
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
std::string counts_text(const AgencyChanges& changes, std::size_t left)
{
    std::string said;
    const auto say = [&](const std::string& words) { said += (said.empty() ? "" : "; ") + words; };
    const auto add = [&](int count, std::string_view verb, const std::string& more) {
        if (count == 0) return;
        say(std::string(verb) + " " + std::to_string(count) + " việc" + more);
    };
    add(changes.made, "thêm",
        changes.first_due ? ", hạn gần nhất " + changes.first_due->vietnamese() : std::string{});
    add(static_cast<int>(changes.changed.size()), "đổi", "");
    add(changes.closed, "thôi", "");
    if (left > 0) say(std::to_string(left) + " dòng kinh phí có mục không còn trong kế hoạch");
    return "Với cơ quan: " + said + ".";
}

std::string amount_of(const Terms& terms)
{
    return text::format_integer(terms.needed) + (terms.unit.empty() ? "" : " " + terms.unit);
}

/// "hạn 29/05/2026 dời sang 28/05/2026; số lượng 2 tin, bài đổi thành 3 tin, bài"
std::string words_of(const Terms& before, const Terms& after)
{
    std::string said;
    const auto add = [&](bool is_another, const std::string& words) {
        if (is_another) said += (said.empty() ? "" : "; ") + words;
    };
    add(before.due_on != after.due_on,
        "hạn " + before.due_on.vietnamese() + " dời sang " + after.due_on.vietnamese());
    const auto amounts = std::pair{amount_of(before), amount_of(after)};
    add(amounts.first != amounts.second,
        "số lượng " + amounts.first + " đổi thành " + amounts.second);
    add(before.begins_on != after.begins_on || before.ends_on != after.ends_on,
        "tính kết quả từ " + after.begins_on.vietnamese() + " đến " + after.ends_on.vietnamese());
    add(before.product != after.product, "đổi loại kết quả được tính");
    add(before.role != after.role, "vai trò đổi thành " + std::string(plan::label(after.role)));
    add(before.is_requested != after.is_requested,
        after.is_requested ? "từ nay là việc được đề nghị" : "từ nay là việc được giao");
    add(before.is_closed != after.is_closed, "lại phải làm");
    return said;
}

/// What changed in the same way for several periods of an item.
struct ChangedLine {
    plan::ItemId lineage{};
    std::string words{};
    std::vector<std::string> periods{};
};

/// In the order of the plan, then of the periods.
std::vector<ChangedLine> lines_of(std::vector<ChangedTerms> changed)
{
    std::ranges::stable_sort(changed, {}, [](const ChangedTerms& one) {
        return std::pair(one.lineage, one.after.due_on);
    });
    std::vector<ChangedLine> lines;
    std::size_t first = 0;  // of the item
    for (auto& one : changed) {
        auto words = words_of(one.before, one.after);
        if (lines.empty() || lines.back().lineage != one.lineage) first = lines.size();
        const auto of_item = std::span{lines}.subspan(first);
        const auto known = std::ranges::find(of_item, words, &ChangedLine::words);
        if (known != of_item.end()) {
            known->periods.push_back(std::move(one.period));
            continue;
        }
        lines.push_back({one.lineage, std::move(words), {std::move(one.period)}});
    }
    return lines;
}

/// What the messages of one generation have in common; remembers what it asked.
class Digesting
{
public:
    Digesting(database::Transaction& transaction, plan::PlanId plan)
        : m_transaction(transaction), m_plan(plan)
    {
    }

    Result<std::string> text_of(const AgencyChanges& changes,
                                const std::vector<ListedBudgetLine>& left)
    {
        auto said = counts_text(changes, left.size());
        for (std::size_t at = 0; at < left.size() && at < lines_left_max; ++at)
            said += "\n- Kinh phí " + text::shorten(left[at].line.estimate.title, title_max) +
                    ", " + money_text(left[at].line.estimate.total) + ": " +
                    text::shorten(left[at].item, title_max);
        const auto lines = lines_of(changes.changed);
        std::size_t named = 0;
        for (std::size_t at = 0; at < lines.size() && at < lines_max; ++at) {
            const auto line = TRY(line_of(lines[at]));
            said += "\n- " + line;
            named += lines[at].periods.size();
        }
        if (named < changes.changed.size())
            said += "\n- và " + std::to_string(changes.changed.size() - named) + " việc khác";
        return said;
    }

private:
    // So that they fit the text of a message.
    static constexpr std::size_t lines_max = 5;
    static constexpr std::size_t lines_left_max = 2;
    static constexpr std::size_t title_max = 80;

    /// "II.1.a. Gửi tin, bài (Tháng 5/2026): hạn 29/05/2026 dời sang 28/05/2026"; of several
    /// periods "(12 kỳ)".
    Result<std::string> line_of(const ChangedLine& line)
    {
        auto known = m_works.find(line.lineage);
        if (known == m_works.end()) {
            auto work = TRY(work_of(m_transaction, m_plan, line.lineage));
            known = m_works.emplace(line.lineage, std::move(work)).first;
        }
        const auto& work = known->second;
        std::string periods;
        if (line.periods.size() > 1)
            periods = " (" + std::to_string(line.periods.size()) + " kỳ)";
        else if (const auto period = calendar::period_from_key(line.periods.front()))
            periods = " (" + calendar::label(*period) + ")";
        return work.path + ". " + text::shorten(work.title, limits::news_title_length_max) +
               periods + ": " + line.words;
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

using LeftLines = std::map<organisation::AgencyId, std::vector<ListedBudgetLine>>;

/// Budget lines of items that went, by who answers for them now.
Result<LeftLines> left_lines(database::Transaction& transaction, const plan::PlanSummary& plan,
                             const Generated& done, Date today)
{
    LeftLines all;
    if (done.gone.empty()) return all;
    auto lines = TRY(BudgetStore{transaction}.of_plan({.plan = plan.id, .only_gone = true}, {},
                                                      limits::exported_tasks_max));
    std::erase_if(lines, [&](const BudgetLine& line) {
        return std::ranges::find(done.gone, line.lineage) == done.gone.end();
    });
    const auto listed = TRY(listed_lines(transaction, lines, today));
    Heirs heirs{transaction, today};
    for (const auto& one : listed) {
        auto agencies = TRY(heirs.of(one.line.agency, today));
        if (agencies.empty()) agencies.push_back(one.line.agency);
        for (const auto agency : agencies) all[agency].push_back(one);
    }
    return all;
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
    const auto left = TRY(left_lines(transaction, plan, done, context.today()));
    const auto say = [&](organisation::AgencyId agency, const AgencyChanges& changes,
                         const std::vector<ListedBudgetLine>& lines) -> Result<void> {
        auto accounts = TRY(people.speakers(agency));
        if (accounts.empty()) return {};
        if (accounts.size() > readers_max) accounts.resize(readers_max);
        news.text = TRY(digesting.text_of(changes, lines));
        news.key = key + "/" + std::to_string(agency.value);
        return tell(context, transaction, accounts, news);
    };
    for (const auto& [agency, changes] : done.agencies) {
        // What moved alone is told of a calendar.
        if (cause == Cause::calendar && changes.changed.empty()) continue;
        const auto lines = left.find(agency);
        TRY(say(agency, changes, lines == left.end() ? LeftLines::mapped_type{} : lines->second));
    }
    news.path = own_budget_path();
    for (const auto& [agency, lines] : left)
        if (!done.agencies.contains(agency)) TRY(say(agency, {}, lines));
    return {};
}

}  // namespace caicach::obligation
