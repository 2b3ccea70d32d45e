#include "attachment/module.hpp"

#include "attachment/api.hpp"
#include "attachment/check.hpp"
#include "attachment/download_handlers.hpp"
#include "attachment/messages.hpp"
#include "attachment/migrations.hpp"

namespace caicach::attachment
{

namespace
{

Result<std::optional<AuditedPage>> page_of(database::Transaction& transaction, std::int64_t object,
                                           Date /*today*/)
{
    const auto attachment = TRY(find(transaction, AttachmentId{object}));
    return AuditedPage{.title = attachment.name, .path = "/tep/" + attachment.code};
}

}  // namespace

Module module()
{
    Module module("attachment");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.get("/tep/{code}", http::Access::signed_in, download);
    module.check({.name = "attachment.files",
                  .text = "Tệp đính kèm đủ và còn nguyên vẹn",
                  .run = check_files});
    module.audits({"attachment.added", "đưa tệp lên"});
    module.audits_about({"attachment", "tệp", page_of});
    return module;
}

}  // namespace caicach::attachment
