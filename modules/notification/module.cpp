#include "notification/module.hpp"

#include "notification/invitation_letter.hpp"
#include "notification/letter_handlers.hpp"
#include "notification/limits.hpp"
#include "notification/messages.hpp"
#include "notification/migrations.hpp"
#include "notification/outbox.hpp"
#include "notification/password_letters.hpp"
#include "notification/permissions.hpp"
#include "notification/personal_data.hpp"

namespace caicach::notification
{

Module module()
{
    Module module("notification");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.permission(manage_mail);
    module.menu(
        {.text = "Thư gửi đi", .path = "/thu-gui-di", .order = 93, .permission = &manage_mail});
    const auto managers = http::Access::holder_of(manage_mail.key);
    module.get("/thu-gui-di", managers, show_letters,
               {.reads_personal_data = "notification.letters.listed"});
    module.post("/thu-gui-di", managers, post_sending_again);
    module.job(send_job,
               {.attempts_max = limits::attempts_max,
                .running_max = limits::letters_at_once,
                .retry_seconds = limits::retry_seconds},
               run_send_job);
    module.job(expire_job, {}, run_expire_job);
    module.audits({"notification.letter.sent_again", "cho gửi lại thư"});
    module.audits({"notification.letters.listed", "thấy trong danh sách thư gửi đi", true});
    module.audits_about({"notification.letter", "thư gửi đi", {}});
    module.on<identity::InvitationByMail>(post_invitation);
    module.on<identity::PasswordResetAsked>(post_reset_answer);
    module.on<identity::PasswordRenewed>(post_renewal_notice);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::notification
