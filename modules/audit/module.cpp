#include "audit/module.hpp"

#include <fmt/core.h>

#include "audit/api.hpp"
#include "audit/checkpointing.hpp"
#include "audit/messages.hpp"
#include "audit/migrations.hpp"
#include "audit/permissions.hpp"
#include "audit/personal_data.hpp"
#include "audit/trail_handlers.hpp"

namespace caicach::audit
{

namespace
{

Result<std::vector<std::string>> check_chain(Context& context)
{
    auto transaction = TRY(context.read());
    const auto file = checkpoint_file_of(context.services().checkpoint_folder);
    const auto verification = TRY(verify_against(transaction, {.checkpoint_file = file}));
    if (!verification.first_bad) return std::vector<std::string>{};
    return std::vector{
        fmt::format("Nhật ký: {}. Hãy giữ nguyên cơ sở dữ liệu, sao ra nơi khác và "
                    "báo người phụ trách an toàn thông tin.",
                    in_words(*verification.first_bad))};
}

}  // namespace

Module module()
{
    Module module("audit");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.permission(read_trail);
    module.menu({.text = "Nhật ký", .path = "/nhat-ky", .order = 95, .permission = &read_trail});
    const auto readers = http::Access::holder_of(read_trail.key);
    module.get("/nhat-ky", readers, show_trail);
    module.get("/nhat-ky/tep.csv", readers, export_trail);
    module.audits({"audit.trail.exported", "tải nhật ký về"});
    module.audits_about({"audit.trail", "nhật ký", {}});
    add_personal_data(module);
    module.job(checkpoint_job, {}, run_checkpoint_job);
    // A share that is away for a night is made up for; a dead job shows in /healthz.
    module.job(copy_job, {.attempts_max = 10, .retry_seconds = 60}, run_copy_job);
    module.check({.name = "audit.chain", .text = "Nhật ký còn nguyên vẹn", .run = check_chain});
    return module;
}

}  // namespace caicach::audit
