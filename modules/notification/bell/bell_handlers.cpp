#include "notification/bell/bell_handlers.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "calendar/moment.hpp"
#include "identity/api.hpp"
#include "notification/bell/bell_views.hpp"
#include "notification/limits.hpp"
#include "notification/number/number.hpp"
#include "notification/outbox.hpp"
#include "notification/sql.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::notification
{
namespace
{

/// The message, where it is one of this person's bell. not_found like one that is not there.
Result<Message> own_message(Context& context, database::Transaction& transaction,
                            std::string_view code)
{
    auto message = TRY(message_by_code(transaction, code));
    const bool is_own =
        message.channel == Channel::in_app && message.account == context.actor().account;
    if (!is_own) return failure(Failure::not_found, "notification.message.not_found");
    return message;
}

/// One for each kind and channel that the person can be reached by and may refuse.
Result<std::vector<Wish>> wishes_of(Context& context, database::Transaction& transaction,
                                    const std::string& number)
{
    const auto account = TRY(identity::account_by_id(transaction, context.actor().account));
    const auto purposes = TRY(purposes_on(context.today()));
    std::vector<Wish> wishes;
    for (const auto channel : {Channel::email, Channel::sms, Channel::zalo}) {
        const auto& address = channel == Channel::email ? account.user_name : number;
        if (address.empty()) continue;
        const auto refusals = TRY(refusals_of(transaction, address));
        for (const auto& purpose : purposes) {
            if (!purpose.can_unsubscribe) continue;
            const bool is_refused = std::ranges::any_of(refusals, [&](const Refusal& refusal) {
                return refusal.channel == channel && refusal.purpose == purpose.key;
            });
            wishes.push_back({.purpose = purpose,
                              .channel = channel,
                              .address = address,
                              .is_wanted = !is_refused});
        }
    }
    return wishes;
}

Result<WishesView> view_of(Context& context, database::Transaction& transaction)
{
    const auto number = TRY(number_of(transaction, context.actor().account));
    WishesView view{.number = number.typed(), .waiting = number.waiting};
    if (!number.waiting.empty()) view.code_until = vietnamese_moment(number.code_until);
    view.wishes = TRY(wishes_of(context, transaction, number.proven));
    return view;
}

Result<void> save(Context& context, database::Transaction& transaction,
                  const http::Request& request, const std::vector<Wish>& wishes)
{
    for (const auto& wish : wishes) {
        const Refusal refusal{.channel = wish.channel, .purpose = wish.purpose.key};
        if (request.checked(wish.name())) {
            TRY(want_again(context, transaction, wish.address, refusal));
        } else {
            TRY(refuse(context, transaction, wish.address, refusal));
        }
    }
    return {};
}

}  // namespace

Result<std::int64_t> unread_count(database::Transaction& transaction, AccountId account,
                                  Instant now)
{
    return transaction.one(
        sql::unread_count, [](const database::Row& row) { return row.integer("count"); }, account,
        now);
}

Result<http::Response> show_bell(Context& context, const http::Request& request)
{
    const auto account = context.actor().account;
    auto transaction = TRY(context.read());
    auto before = MessageId{std::numeric_limits<std::int64_t>::max()};
    if (const auto code = request.query("sau"); code && !code->empty()) {
        const auto last = TRY(own_message(context, transaction, *code));
        before = last.id;
    }
    BellView view;
    view.messages = TRY(transaction.all(sql::bell_messages, message_from, account, context.now(),
                                        before, limits::messages_per_page + 1));
    if (view.messages.size() > static_cast<std::size_t>(limits::messages_per_page)) {
        view.messages.pop_back();
        view.next_path = bell_path() + "?sau=" + view.messages.back().code;
    }
    const auto unread = TRY(unread_count(transaction, account, context.now()));
    view.has_unread = unread > 0;
    return bell_page(context, view);
}

Result<http::Response> show_count(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto count = TRY(unread_count(transaction, context.actor().account, context.now()));
    return count_fragment(count);
}

Result<http::Response> post_read(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto code = request.raw("message");
    if (code.empty()) {
        TRY(transaction.change(sql::read_all, context.actor().account, context.now()));
        TRY(transaction.commit());
        return http::redirect(bell_path());
    }
    const auto message = TRY(own_message(context, transaction, code));
    TRY(transaction.change(sql::read_message, message.id, context.now()));
    TRY(transaction.commit());
    return http::redirect(message.path.empty() ? bell_path() : message.path);
}

Result<http::Response> show_wishes(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto view = TRY(view_of(context, transaction));
    return wishes_page(context, view);
}

Result<http::Response> post_wishes(Context& context, const http::Request& request)
{
    const auto account = context.actor().account;
    const auto typed = TRY(request.maybe_text("number"));
    auto transaction = TRY(context.begin());
    auto view = TRY(view_of(context, transaction));
    const auto sent = set_number(context, transaction, account, typed.value_or(""));
    if (!sent && web::is_about_form(sent.error())) {
        view.number = typed.value_or("");
        view.fault = web::fault_of(context, sent.error());
        return wishes_page(context, view);
    }
    const bool has_code = TRY(sent);
    TRY(save(context, transaction, request, view.wishes));
    TRY(transaction.commit());
    return web::redirect_with(
        wishes_path(), has_code ? "notification.number.code_sent" : "notification.wishes.saved");
}

Result<http::Response> post_number_proof(Context& context, const http::Request& request)
{
    const auto code = TRY(request.maybe_text("code"));
    auto transaction = TRY(context.begin());
    const auto proof =
        TRY(prove_number(context, transaction, context.actor().account, code.value_or("")));
    if (proof == Proof::proven) {
        TRY(transaction.commit());
        return web::redirect_with(wishes_path(), "notification.number.proven");
    }
    auto view = TRY(view_of(context, transaction));
    TRY(transaction.commit());
    const auto* key =
        proof == Proof::wrong ? "notification.number.wrong_code" : "notification.number.code_over";
    view.fault = web::fault_of(context, Error{Failure::invalid, key, "code"});
    return wishes_page(context, view);
}

}  // namespace caicach::notification
