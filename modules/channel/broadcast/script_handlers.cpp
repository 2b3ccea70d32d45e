#include "channel/broadcast/script_handlers.hpp"

#include <utility>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/script_page_handlers.hpp"
#include "channel/broadcast/scripting.hpp"
#include "channel/limits.hpp"
#include "channel/sql.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<http::Response> show_script(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto script = TRY(seen_script(context, transaction, request));
    const auto page = TRY(script_page_of(context, transaction, script));
    return script_page(context, page);
}

Result<http::Response> show_reading(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto script = TRY(seen_script(context, transaction, request));
    const auto page = TRY(script_page_of(context, transaction, script));
    return reading_page(context, page);
}

Result<void> head_deed(Context& context, database::Transaction& transaction,
                       const http::Request& request, const Script& script)
{
    ScriptHead head;
    head.title = TRY(request.text("title", limits::title_length_max));
    head.syllables_a_minute = TRY(request.integer(
        "speed", {.lowest = limits::reading_speed_min, .highest = limits::reading_speed_max}));
    return change_script(context, transaction, script, head);
}

Result<void> script_submission(Context& context, database::Transaction& transaction,
                               const http::Request& /*request*/, const Script& script)
{
    return submit_script(context, transaction, script);
}

Result<void> script_take_back(Context& context, database::Transaction& transaction,
                              const http::Request& /*request*/, const Script& script)
{
    return take_back_script(context, transaction, script);
}

Result<void> script_approval(Context& context, database::Transaction& transaction,
                             const http::Request& /*request*/, const Script& script)
{
    return approve_script(context, transaction, script);
}

Result<void> script_return(Context& context, database::Transaction& transaction,
                           const http::Request& request, const Script& script)
{
    auto reason = TRY(request.paragraphs("reason", limits::reason_length_max));
    return send_back_script(context, transaction, script, std::move(reason));
}

Result<http::Response> post_head(Context& context, const http::Request& request)
{
    return do_to_script(context, request, head_deed, "channel.script.was_changed");
}

Result<http::Response> post_script_submission(Context& context, const http::Request& request)
{
    return do_to_script(context, request, script_submission, "channel.script.was_submitted");
}

Result<http::Response> post_script_take_back(Context& context, const http::Request& request)
{
    return do_to_script(context, request, script_take_back, "channel.script.was_taken_back");
}

Result<http::Response> post_script_return(Context& context, const http::Request& request)
{
    return do_to_script(context, request, script_return, "channel.script.was_sent_back");
}

Result<http::Response> post_script_approval(Context& context, const http::Request& request)
{
    return do_to_script(context, request, script_approval, "channel.script.was_approved");
}

Result<http::Response> post_script_discarding(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto script = TRY(seen_script(context, transaction, request));
    script.version = TRY(request.integer("version"));
    TRY(discard_script(context, transaction, script));
    TRY(transaction.commit());
    return web::redirect_with(scripts_path(), "channel.script.was_discarded");
}

Result<std::optional<AuditedPage>> page_of_script(database::Transaction& transaction,
                                                  std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::script_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("title"),
                               .path = scripts_path(row.text("code"))};
        },
        object);
}

void add_script_audits(Module& module)
{
    module.audits({"channel.script.drafted", "mở kịch bản phát thanh"});
    module.audits({"channel.script.changed", "sửa kịch bản phát thanh"});
    module.audits({"channel.script.discarded", "bỏ kịch bản phát thanh chưa duyệt"});
    module.audits({"channel.script.submitted", "gửi duyệt kịch bản phát thanh"});
    module.audits({"channel.script.taken_back", "lấy lại kịch bản phát thanh đã gửi duyệt"});
    module.audits({"channel.script.sent_back", "trả lại kịch bản phát thanh"});
    module.audits({"channel.script.approved", "duyệt kịch bản phát thanh"});
    module.audits_about({script_object, "kịch bản phát thanh", page_of_script});
}

}  // namespace

void add_scripts(Module& module)
{
    const auto composers = http::Access::holder_of(compose_scripts.key);
    const auto approvers = http::Access::holder_of(approve_scripts.key);
    module.get("/soan-phat-thanh/{script}", http::Access::signed_in, show_script);
    module.get("/soan-phat-thanh/{script}/ban-doc", http::Access::signed_in, show_reading);
    module.post("/soan-phat-thanh/{script}/noi-dung", composers, post_head);
    module.post("/soan-phat-thanh/{script}/gui", composers, post_script_submission);
    module.post("/soan-phat-thanh/{script}/lay-lai", composers, post_script_take_back);
    module.post("/soan-phat-thanh/{script}/bo", composers, post_script_discarding);
    module.post("/soan-phat-thanh/{script}/tra-lai", approvers, post_script_return);
    module.post("/soan-phat-thanh/{script}/duyet", approvers, post_script_approval);
    add_script_audits(module);
}

}  // namespace caicach::channel
