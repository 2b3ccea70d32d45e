#include "obligation/cascade/part_news.hpp"

#include <algorithm>

#include "obligation/paths.hpp"
#include "obligation/reminder/news.hpp"
#include "obligation/state_views.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

using Step = PartNews::Step;

std::string what_of(Step step)
{
    switch (step) {
        case Step::given:
            return "Giao việc cho đơn vị";
        case Step::changed:
            return "Sửa phần việc đã giao";
        case Step::withdrawn:
            return "Thu hồi phần việc đã giao";
    }
    return {};
}

/// "2 tin, bài, hạn 27/03/2026 (Tháng 3/2026)".
std::string terms_of(const Obligation& part)
{
    auto said = text::format_integer(part.needed) + " " +
                (part.unit.empty() ? std::string{"lần"} : part.unit) + ", hạn " +
                part.due_on.vietnamese();
    const auto period = period_label(part);
    return period.empty() ? said : said + " (" + period + ")";
}

}  // namespace

void PartNews::add(Step step, const Obligation& part, std::string_view text)
{
    const auto [place, is_new] = m_told.try_emplace(
        part.agency,
        Told{.step = step, .part = part, .text = std::string(text), .last_due = part.due_on});
    if (is_new) return;
    ++place->second.others;
    place->second.last_due = std::max(place->second.last_due, part.due_on);
}

Result<void> PartNews::send()
{
    for (const auto& [unit, told] : m_told) TRY(send(told));
    return {};
}

Result<void> PartNews::send(const Told& told)
{
    const auto& part = told.part;
    auto said =
        told.step == Step::withdrawn
            ? "Đơn vị không còn phải làm phần này. Kết quả đã báo vẫn được giữ."
            : (told.step == Step::changed ? "Nay phần của đơn vị là: " : "Phần của đơn vị: ") +
                  terms_of(part) + ".";
    if (told.others > 0)
        said += " Cả " + text::format_integer(told.others) + " kỳ sau, đến hạn " +
                told.last_due.vietnamese() + ".";
    if (!told.text.empty())
        said += (told.step == Step::withdrawn ? " Lý do: " : " Lời giao: ") + told.text;
    People people{m_transaction, m_context.today()};
    const auto accounts = TRY(people.staff(part.agency));
    const auto task = TRY(task_of(m_transaction, part));
    return tell(m_context, m_transaction, accounts,
                {.what = what_of(told.step),
                 .about = about_of(task),
                 .agency = part.giver,
                 .text = said,
                 .path = task_path(part.code),
                 .key = "part/" + std::to_string(static_cast<int>(told.step)) + "/" +
                        std::to_string(part.id.value) + "/" + std::to_string(part.version),
                 .template_key = "obligation.part"});
}

}  // namespace caicach::obligation
