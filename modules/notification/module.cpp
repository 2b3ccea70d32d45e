#include "notification/module.hpp"

#include <memory>

#include "notification/bell/bell_handlers.hpp"
#include "notification/invitation_letter.hpp"
#include "notification/limits.hpp"
#include "notification/messages.hpp"
#include "notification/migrations.hpp"
#include "notification/outbox_handlers.hpp"
#include "notification/password_letters.hpp"
#include "notification/permissions.hpp"
#include "notification/personal_data.hpp"
#include "notification/reports.hpp"
#include "notification/sending/lane.hpp"
#include "notification/templates/template_handlers.hpp"
#include "notification/unsubscribe_handlers.hpp"
#include "notification/zalo_events.hpp"

namespace caicach::notification
{
namespace
{

constexpr int job_attempts_max = 16;
constexpr int job_retry_seconds = 30;

void add_jobs(Module& module)
{
    const jobs::KindLimits of_lane{.attempts_max = job_attempts_max,
                                   .running_max = limits::lanes_at_once,
                                   .retry_seconds = job_retry_seconds};
    // Shared: by the jobs of both kinds of lanes, which go on as long as the worker.
    const auto breakers = std::make_shared<Breakers>();
    const auto pace = std::make_shared<Pace>();
    module.job(single_job, of_lane, [breakers, pace](Context& context, jobs::JobContext& job) {
        return run_lane_job(context, job, Priority::single, *breakers, *pace);
    });
    module.job(bulk_job, of_lane, [breakers, pace](Context& context, jobs::JobContext& job) {
        return run_lane_job(context, job, Priority::bulk, *breakers, *pace);
    });
    module.job(sweep_job, {}, run_sweep_job);
    // Put into the queue by versions that had an outbox of letters alone: those are in the new one.
    module.job("notification.mail", {}, run_sweep_job);
    module.job("notification.mail_expiry", {}, run_sweep_job);
}

void add_outbox(Module& module)
{
    module.permission(manage_mail);
    module.menu(
        {.text = "Tin gửi đi", .path = "/thu-gui-di", .order = 93, .permission = &manage_mail});
    const auto managers = http::Access::holder_of(manage_mail.key);
    module.get("/thu-gui-di", managers, show_outbox,
               {.reads_personal_data = "notification.messages.listed"});
    module.post("/thu-gui-di", managers, post_sending_again);
    module.get("/tin-nhan/{code}/{secret}", http::Access::anyone, take_report,
               {.rate = http::RouteRate::code});
    constexpr http::BodyLimits of_event{.body_bytes = limits::event_bytes_max};
    module.post("/zalo/su-kien", http::Access::anyone, take_zalo_event,
                {.limits = of_event, .rate = http::RouteRate::code, .is_posted_by_programs = true});
}

void add_bell(Module& module)
{
    module.get("/thong-bao", http::Access::signed_in, show_bell);
    module.post("/thong-bao", http::Access::signed_in, post_read);
    module.get("/thong-bao/so-moi", http::Access::signed_in, show_count);
    module.get("/thong-bao/cach-nhan", http::Access::signed_in, show_wishes);
    module.post("/thong-bao/cach-nhan", http::Access::signed_in, post_wishes);
    module.post("/thong-bao/cach-nhan/ma", http::Access::signed_in, post_number_proof,
                {.rate = http::RouteRate::code});
}

void add_templates(Module& module)
{
    module.menu({.text = "Mẫu tin", .path = "/mau-tin", .order = 94, .permission = &manage_mail});
    const auto managers = http::Access::holder_of(manage_mail.key);
    module.get("/mau-tin", managers, show_templates);
    module.get("/mau-tin/{template}", managers, show_template);
    module.post("/mau-tin/{template}", managers, post_template);
    module.post("/mau-tin/{template}/gui-thu", managers, post_trial_message);
}

void add_unsubscribing(Module& module)
{
    constexpr std::string_view path = "/thong-bao/ngung/{token}";
    module.get(path, http::Access::anyone, show_unsubscribing, {.rate = http::RouteRate::code});
    module.post(path, http::Access::anyone, post_unsubscribing,
                {.rate = http::RouteRate::code, .is_posted_by_programs = true});
}

void add_audit(Module& module)
{
    module.audits({"notification.message.sent_again", "cho gửi lại tin"});
    module.audits({"notification.messages.listed", "thấy trong danh sách tin gửi đi", true});
    module.audits({"notification.template.changed", "sửa mẫu tin"});
    module.audits({"notification.trial.sent", "gửi tin thử"});
    module.audits({"notification.refused", "thôi nhận một loại tin"});
    module.audits({"notification.wanted_again", "nhận lại một loại tin"});
    module.audits({"notification.number.given", "khai số điện thoại nhận tin"});
    module.audits({"notification.number.forgotten", "xóa số điện thoại nhận tin"});
    module.audits_about({"notification.message", "tin gửi đi", {}});
    module.audits_about({"notification.template", "mẫu tin", {}});
}

}  // namespace

Module module()
{
    Module module("notification");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    add_outbox(module);
    add_bell(module);
    add_templates(module);
    add_unsubscribing(module);
    add_jobs(module);
    add_audit(module);
    module.on<identity::InvitationByMail>(post_invitation);
    module.on<identity::PasswordResetAsked>(post_reset_answer);
    module.on<identity::PasswordRenewed>(post_renewal_notice);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::notification
