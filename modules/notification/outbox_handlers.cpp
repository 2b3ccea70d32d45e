#include "notification/outbox_handlers.hpp"

#include "identity/api.hpp"
#include "notification/limits.hpp"
#include "notification/outbox.hpp"
#include "notification/outbox_views.hpp"
#include "notification/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::notification
{

namespace
{

/// Whose the address is, where it is an account's.
Result<void> note(Context& context, database::Transaction& transaction, const Message& message)
{
    context.note_reading("notification.message", message.id.value);
    if (message.account) {
        context.note_reading("account", message.account.value);
        return {};
    }
    const auto account = TRY(identity::account_by_user_name(transaction, message.address));
    if (account) context.note_reading("account", account->id.value);
    return {};
}

/// What may have reached the person, or was refused there, is for somebody to look at first.
Result<void> send_all_again(Context& context, database::Transaction& transaction)
{
    const auto unsent =
        TRY(unsent_messages(transaction, context.now(), limits::sent_again_at_once_max));
    if (unsent.empty()) return failure(Failure::conflict, "notification.message.none_unsent");
    for (const auto& message : unsent) TRY(send_again(context, transaction, message));
    return {};
}

}  // namespace

Result<http::Response> show_outbox(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.read());
    MessageId before;
    if (const auto code = request.query("sau"); code && !code->empty()) {
        const auto last = TRY(message_by_code(transaction, *code));
        before = last.id;
    }
    OutboxView view{.is_stuck_only = request.query("loc").value_or("") == stuck_filter};
    const auto count = limits::messages_per_page + 1;
    view.messages = TRY(view.is_stuck_only ? stuck_messages(transaction, before, count)
                                           : messages(transaction, before, count));
    if (view.messages.size() > static_cast<std::size_t>(limits::messages_per_page)) {
        view.messages.pop_back();
        view.next_path = outbox_path(view.is_stuck_only);
        view.next_path += view.is_stuck_only ? "&sau=" : "?sau=";
        view.next_path += view.messages.back().code;
    }
    if (view.is_stuck_only)
        view.unsent = TRY(unsent_count(transaction, context.now(), limits::sent_again_at_once_max));
    for (const auto& message : view.messages) TRY(note(context, transaction, message));
    return outbox_page(context, view);
}

Result<http::Response> post_sending_again(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.begin());
    if (request.checked("all")) {
        TRY(send_all_again(context, transaction));
    } else {
        const auto message = TRY(message_by_code(transaction, request.raw("message")));
        TRY(send_again(context, transaction, message));
    }
    TRY(transaction.commit());
    return web::redirect_with(outbox_path(false), "notification.message.sent_again");
}

}  // namespace caicach::notification
