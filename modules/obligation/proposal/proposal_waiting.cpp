#include "obligation/proposal/proposal_waiting.hpp"

#include <optional>

#include "obligation/proposal/proposal_store.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{

std::string waited_days(const calendar::WorkingTime& time, Instant since, Instant now)
{
    const int days = time.working_days_between(since, now);
    return days == 0 ? "chưa đủ 1 ngày làm việc" : text::format_integer(days) + " ngày làm việc";
}

std::string waited_since(const calendar::WorkingTime& time, Instant since, Instant now)
{
    const auto day = "từ " + Date::of(since).vietnamese();
    const int days = time.working_days_between(since, now);
    return days == 0 ? day : day + ", đã " + waited_days(time, since, now);
}

Result<WaitingLines> waiting_lines(const Context& context, database::Transaction& transaction,
                                   organisation::AgencyId agency)
{
    WaitingLines lines;
    const auto waiting = TRY(ProposalStore{transaction}.waiting_of(agency));
    if (waiting.own == 0 && waiting.others == 0) return lines;
    const auto time = TRY(organisation::working_time(transaction, {}));
    const auto line = [&](std::int64_t count, std::string_view what,
                          const std::optional<Instant>& since) {
        if (count == 0 || !since) return std::string{};
        return text::format_integer(count) + " phần việc chờ " + std::string{what} +
               " trả lời, lâu nhất " + waited_since(time, *since, context.now());
    };
    lines.own = line(waiting.own, "cơ quan", waiting.own_since);
    lines.others = line(waiting.others, "cơ quan khác", waiting.others_since);
    return lines;
}

}  // namespace caicach::obligation
