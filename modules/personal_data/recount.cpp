#include "personal_data/recount.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "personal_data/clocks.hpp"
#include "personal_data/paths.hpp"
#include "personal_data/request_store.hpp"

namespace caicach::personal_data
{

namespace
{

/// The days as the calendar has them now.
DataRequest counted(const Clocks& clocks, const TimeRule& rule, DataRequest request)
{
    if (request.state == RequestState::received)
        request.acknowledge_by = clocks.acknowledge_by(rule, request.received_on);
    if (request.extension_reason.empty())
        request.finish_by = clocks.finish_by(rule, request.received_on, request.with_others);
    return request;
}

Result<void> save(Context& context, database::Transaction& transaction, const DataRequest& request)
{
    TRY(RequestStore{transaction}.save_due_days(request));
    const auto detail = json::Value::object()
                            .set("acknowledge_by", request.acknowledge_by.iso())
                            .set("finish_by", request.finish_by.iso());
    return context.record(transaction, "personal_data.request.recounted", "personal_data.request",
                          request.id.value, json::dump(detail));
}

void tell(std::vector<organisation::MovedDueDate>& moved, const DataRequest& request,
          std::string_view what, Date before, Date after)
{
    if (before == after) return;
    moved.push_back({.what = std::string(what) + " yêu cầu về dữ liệu cá nhân " + request.code,
                     .path = request_path(request.code),
                     .before = before,
                     .after = after});
}

}  // namespace

Result<void> recount(Context& context, database::Transaction& transaction,
                     const organisation::CalendarChanged& changed)
{
    const auto clocks = TRY(Clocks::load(transaction));
    const auto open = TRY(RequestStore{transaction}.open());
    for (const auto& before : open) {
        const auto rule = clocks.rule(before.kind, before.received_on);
        if (!rule) continue;
        const auto after = counted(clocks, *rule, before);
        if (after.acknowledge_by == before.acknowledge_by && after.finish_by == before.finish_by)
            continue;
        TRY(save(context, transaction, after));
        tell(*changed.moved, after, "Xác nhận", before.acknowledge_by, after.acknowledge_by);
        tell(*changed.moved, after, "Trả lời", before.finish_by, after.finish_by);
    }
    return {};
}

}  // namespace caicach::personal_data
