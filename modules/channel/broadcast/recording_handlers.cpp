#include "channel/broadcast/recording_handlers.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/recording_making.hpp"
#include "channel/broadcast/recording_views.hpp"
#include "channel/broadcast/script_page_handlers.hpp"
#include "channel/broadcast/scripting.hpp"
#include "channel/sql.hpp"
#include "http/headers.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view told_begun = "channel.recording.was_begun";

/// Asked again in the transaction that begins it: taking a file in takes a while.
Result<void> require_composer(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto script = TRY(seen_script(context, transaction, request));
    return context.require(compose_scripts, organisation::scope_of(script.agency));
}

Result<std::string> brought_sound(Context& context, const http::Request& request)
{
    TRY(require_composer(context, request));
    const auto* const upload = TRY(request.file("file"));
    const auto kept =
        TRY(attachment::keep(context, attachment::file_of(*upload), brought_sound_use()));
    const bool is_recorded = request.raw("source") == key_of(RecordingSource::recorded);
    auto transaction = TRY(context.begin());
    const auto script = TRY(seen_script(context, transaction, request));
    TRY(begin_recording(context, transaction, script, kept,
                        is_recorded ? RecordingSource::recorded : RecordingSource::uploaded));
    TRY(transaction.commit());
    return scripts_path(script.code);
}

Result<http::Response> post_sound(Context& context, const http::Request& request)
{
    const auto path = brought_sound(context, request);
    if (path) return web::redirect_with(*path, told_begun);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return script_page_with(context, request, path.error());
}

Result<void> voice_deed(Context& context, database::Transaction& transaction,
                        const http::Request& /*request*/, const Script& script)
{
    return begin_draft_voice(context, transaction, script);
}

Result<void> retry_deed(Context& context, database::Transaction& transaction,
                        const http::Request& /*request*/, const Script& script)
{
    return retry_recording(context, transaction, script);
}

Result<void> acceptance_deed(Context& context, database::Transaction& transaction,
                             const http::Request& /*request*/, const Script& script)
{
    return accept_draft_voice(context, transaction, script);
}

Result<http::Response> post_voice(Context& context, const http::Request& request)
{
    return do_to_script(context, request, voice_deed, told_begun);
}

Result<http::Response> post_retry(Context& context, const http::Request& request)
{
    return do_to_script(context, request, retry_deed, told_begun);
}

Result<http::Response> post_acceptance(Context& context, const http::Request& request)
{
    return do_to_script(context, request, acceptance_deed, "channel.recording.was_accepted");
}

Result<http::Response> show_sound(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto script = TRY(seen_script(context, transaction, request));
    const auto recordings = TRY(RecordingStore{transaction}.of_script(script.id));
    if (!recordings.ready) return failure(Failure::not_found, "channel.recording.not_found");
    const auto file = TRY(attachment::find(transaction, recordings.ready->file));
    auto path = TRY(attachment::open_path(context, file.sha256));
    return http::file(std::move(path), "audio/mpeg");
}

/// How far it is; the whole page again when it is over.
Result<http::Response> show_making(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto script = TRY(seen_script(context, transaction, request));
    const auto page = TRY(script_page_of(context, transaction, script));
    if (page.is_making() && request.is_htmx()) return making_part(page);
    if (!request.is_htmx()) return http::redirect(scripts_path(script.code));
    const auto path = TRY(http::HeaderValue::create(scripts_path(script.code)));
    return http::page({}).set_header("HX-Redirect", path);
}

using PersonRows = PersonalDataSection::Rows;

Result<PersonRows> recording_rows(Context& /*context*/, database::Transaction& transaction,
                                  AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto source = recording_source_from(row.text("source"));
        return PersonRows::value_type{vietnamese_moment(row.instant("made_at")),
                                      row.string("title"),
                                      std::string(source ? text_of(*source) : std::string_view{})};
    };
    return transaction.all(sql::recordings_of_account, cells, account);
}

void add_recording_personal_data(Module& module)
{
    module.personal_data(
        {.key = "am-thanh-phat-thanh",
         .title = "Âm thanh chương trình phát thanh đã gửi hoặc cho phát (5.000 bản gần nhất)",
         .columns = {"Lúc gửi", "Chương trình", "Từ đâu"},
         .rows = recording_rows,
         .kept = "Giữ nguyên vì là chương trình của cơ quan; tên người không ghi kèm, chỉ có số "
                 "của tài khoản. Giọng đọc nằm trong tệp âm thanh của chương trình.",
         .tables = {"channel_recording"}});
}

}  // namespace

void add_recordings(Module& module)
{
    const auto composers = http::Access::holder_of(compose_scripts.key);
    const auto approvers = http::Access::holder_of(approve_scripts.key);
    module.post("/soan-phat-thanh/{script}/am-thanh", composers, post_sound,
                {.limits = {.upload_bytes = limits::sound_bytes_max,
                            .seconds = limits::sound_upload_seconds}});
    module.get("/soan-phat-thanh/{script}/am-thanh.mp3", http::Access::signed_in, show_sound);
    module.get("/soan-phat-thanh/{script}/am-thanh/tien-do", http::Access::signed_in, show_making);
    module.post("/soan-phat-thanh/{script}/am-thanh/lai", composers, post_retry);
    module.post("/soan-phat-thanh/{script}/giong-may", composers, post_voice);
    module.post("/soan-phat-thanh/{script}/giong-may/nhan", approvers, post_acceptance);
    add_recording_making(module);
    add_recording_personal_data(module);
}

}  // namespace caicach::channel
