#include "attachment/module.hpp"

#include "attachment/check.hpp"
#include "attachment/download_handlers.hpp"
#include "attachment/messages.hpp"
#include "attachment/migrations.hpp"

namespace caicach::attachment
{

Module module()
{
    Module module("attachment");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.get("/tep/{code}", http::Access::signed_in, download);
    module.check({.name = "attachment.files",
                  .text = "Tệp đính kèm đủ và còn nguyên vẹn",
                  .run = check_files});
    return module;
}

}  // namespace caicach::attachment
