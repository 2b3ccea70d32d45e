#include "notification/letter_handlers.hpp"

#include "identity/api.hpp"
#include "notification/letter_views.hpp"
#include "notification/limits.hpp"
#include "notification/outbox.hpp"
#include "notification/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::notification
{

namespace
{

/// Whose the address is, where it is an account's.
Result<void> note(Context& context, database::Transaction& transaction, const Letter& letter)
{
    context.note_reading("notification.letter", letter.id.value);
    const auto account = TRY(identity::account_by_user_name(transaction, letter.recipient));
    if (account) context.note_reading("account", account->id.value);
    return {};
}

}  // namespace

Result<http::Response> show_letters(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.read());
    LetterId before;
    if (const auto code = request.query("sau"); code && !code->empty()) {
        const auto last = TRY(letter_by_code(transaction, *code));
        before = last.id;
    }
    LettersView view;
    view.letters = TRY(letters(transaction, before, limits::letters_per_page + 1));
    if (view.letters.size() > static_cast<std::size_t>(limits::letters_per_page)) {
        view.letters.pop_back();
        view.next_path = letters_path() + "?sau=" + view.letters.back().code;
    }
    for (const auto& letter : view.letters) TRY(note(context, transaction, letter));
    return letters_page(context, view);
}

Result<http::Response> post_sending_again(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.begin());
    const auto letter = TRY(letter_by_code(transaction, request.raw("letter")));
    TRY(send_again(context, transaction, letter));
    TRY(transaction.commit());
    return web::redirect_with(letters_path(), "notification.letter.sent_again");
}

}  // namespace caicach::notification
