#include "channel/media/press_request.hpp"

#include <utility>

#include "attachment/api.hpp"
#include "calendar/working_days.hpp"
#include "channel/media/outlet.hpp"
#include "channel/media/permissions.hpp"
#include "channel/sql.hpp"
#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"

namespace caicach::channel
{
namespace
{

PressRequest press_from(const database::Row& row)
{
    PressRequest request{.id = row.id<PressRequestId>("id"),
                         .code = row.string("code"),
                         .agency = row.id<organisation::AgencyId>("agency_id"),
                         .outlet = row.id<OutletId>("outlet_id"),
                         .outlet_name = row.string("outlet_name"),
                         .journalist = row.string("journalist"),
                         .subject = row.string("subject"),
                         .question = row.string("question"),
                         .asked_on = row.date("asked_on"),
                         .due_on = row.date("due_on"),
                         .taken_by = row.id<AccountId>("taken_by_id"),
                         .answer = row.string("answer"),
                         .answered_on = row.maybe_date("answered_on"),
                         .author = row.id<AccountId>("author_id"),
                         .made_at = row.instant("made_at"),
                         .version = row.integer("version")};
    const auto manner = press_manner_from(row.text("manner"));
    VERIFY(manner);  // the table's CHECK admits these only
    request.manner = *manner;
    for (const auto state : {PressState::open, PressState::answered, PressState::declined})
        if (row.text("state") == key_of(state)) request.state = state;
    return request;
}

/// Never who asked.
json::Value said_of_request(const PressRequest& request)
{
    return json::Value::object()
        .set("subject", request.subject)
        .set("state", key_of(request.state));
}

Result<void> require_open(const Context& context, const PressRequest& request)
{
    TRY(context.require(answer_press, organisation::scope_of(request.agency)));
    if (request.state != PressState::open)
        return failure(Failure::conflict, "channel.press.closed");
    return {};
}

Result<void> save_request(Context& context, database::Transaction& transaction,
                          const PressRequest& before, const PressRequest& after,
                          std::string_view action)
{
    TRY(PressStore{transaction}.save(after));
    return context.record(transaction, action, press_object, after.id.value,
                          change_detail(said_of_request(before), said_of_request(after)));
}

Result<OutletId> asking_outlet(Context& context, database::Transaction& transaction,
                               const TypedPressRequest& typed)
{
    const auto known = TRY(OutletStore{transaction}.find_named(typed.outlet));
    if (known) return known->id;
    if (!typed.adds_outlet) return failure(Failure::invalid, "channel.outlet.unknown", "outlet");
    const auto added = TRY(add_outlet(context, transaction, typed.outlet));
    return added.id;
}

}  // namespace

std::string_view key_of(PressState state)
{
    switch (state) {
        case PressState::open:
            return "open";
        case PressState::answered:
            return "answered";
        case PressState::declined:
            return "declined";
    }
    return {};
}

std::string_view text_of(PressState state)
{
    switch (state) {
        case PressState::open:
            return "Chưa trả lời";
        case PressState::answered:
            return "Đã trả lời";
        case PressState::declined:
            return "Không trả lời";
    }
    return {};
}

Result<PressRequest> PressStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::press_request_by_code, press_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "channel.press.not_found");
    return std::move(*found);
}

Result<std::vector<PressRequest>> PressStore::of_agency(organisation::AgencyId agency, int count)
{
    return m_transaction.all(sql::press_requests_of_agency, press_from, agency, count);
}

Result<void> PressStore::insert(PressRequest& request)
{
    request.id = make_id<PressRequestId>();
    request.code = crypto::make_public_code();
    request.version = 1;
    return m_transaction.change_one(
        sql::insert_press_request, request.id, request.code, request.agency, request.outlet,
        request.journalist, key_of(request.manner), request.subject, request.question,
        request.asked_on, request.due_on, request.author, request.made_at);
}

Result<void> PressStore::save(const PressRequest& request)
{
    return m_transaction.change_one(sql::save_press_request, request.id, request.version,
                                    request.journalist, key_of(request.state), request.taken_by,
                                    request.answer, request.answered_on);
}

Result<PressRequest> note_press_request(Context& context, database::Transaction& transaction,
                                        organisation::AgencyId agency,
                                        const TypedPressRequest& typed)
{
    TRY(context.require(answer_press, organisation::scope_of(agency)));
    if (typed.asked_on > context.today())
        return failure(Failure::invalid, "channel.press.in_future", "asked_on");
    if (attachment::names_secret(typed.subject, context.today()))
        return failure(Failure::invalid, "channel.press.secret", "subject");
    const auto count = TRY(press_working_days(typed.manner, typed.asked_on));
    const auto days = TRY(organisation::working_days(transaction));
    PressRequest request{.agency = agency,
                         .journalist = typed.journalist,
                         .manner = typed.manner,
                         .subject = typed.subject,
                         .question = typed.question,
                         .asked_on = typed.asked_on,
                         .due_on = days.after_working_days(typed.asked_on, count),
                         .author = context.actor().account,
                         .made_at = context.now()};
    request.outlet = TRY(asking_outlet(context, transaction, typed));
    TRY(PressStore{transaction}.insert(request));
    TRY(context.record(transaction, "channel.press.noted", press_object, request.id.value,
                       beginning_detail(said_of_request(request))));
    return request;
}

Result<void> take_press_request(Context& context, database::Transaction& transaction,
                                PressRequest request)
{
    TRY(require_open(context, request));
    const auto before = request;
    request.taken_by = context.actor().account;
    return save_request(context, transaction, before, request, "channel.press.taken");
}

Result<void> answer_press_request(Context& context, database::Transaction& transaction,
                                  PressRequest request, std::string answer, Date answered_on)
{
    TRY(require_open(context, request));
    if (answer.empty()) return failure(Failure::invalid, "channel.press.answer", "answer");
    if (answered_on > context.today() || answered_on < request.asked_on)
        return failure(Failure::invalid, "channel.press.answered_on", "answered_on");
    const auto before = request;
    request.state = PressState::answered;
    request.answer = std::move(answer);
    request.answered_on = answered_on;
    request.journalist.clear();
    if (!request.taken_by) request.taken_by = context.actor().account;
    const evidence::Fact fact{.kind = request.manner == PressManner::interview
                                          ? press_interview_fact
                                          : press_answered_fact,
                              .agency = request.agency,
                              .happened_on = answered_on,
                              .title = request.subject + " (" + request.outlet_name + ")",
                              .source_module = "channel",
                              .source_object = request.id.value};
    TRY(evidence::record(context, transaction, fact));
    return save_request(context, transaction, before, request, "channel.press.answered");
}

Result<void> decline_press_request(Context& context, database::Transaction& transaction,
                                   PressRequest request, std::string reason)
{
    TRY(require_open(context, request));
    if (reason.empty()) return failure(Failure::invalid, "channel.press.reason", "reason");
    const auto before = request;
    request.state = PressState::declined;
    request.answer = std::move(reason);
    request.answered_on = context.today();
    request.journalist.clear();
    return save_request(context, transaction, before, request, "channel.press.declined");
}

}  // namespace caicach::channel
