#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "attachment/module.hpp"
#include "attachment/testing.hpp"
#include "jobs/jobs.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::attachment
{

using testing::documents;
using testing::pdf_bytes;

/// A desk with a drawer: the data folder.
struct Room {
    explicit Room(database::Database& database)
    {
        services.database = &database;
        services.clock = &clock;
        services.authority = &authority;
        services.recorder = &recorder;
        services.events = &events;
        services.data_folder = folder.path();
    }

    [[nodiscard]] Context context() const
    {
        return {services, Actor{.account = {5}, .name = "Lục Văn Bách"}, "req-1"};
    }

    /// As a module would answer whose files they are.
    void let_read()
    {
        events.subscribe<FileAsked>(
            [](Context&, database::Transaction&, const FileAsked& asked) -> Result<void> {
                asked.may_be_read = true;
                return {};
            });
    }

    testing::DataFolder folder{};
    caicach::testing::FixedClock clock{*Date::create(2026, 3, 15)};
    caicach::testing::FixedAuthority authority{};
    caicach::testing::RememberingRecorder recorder{};
    Events events{};
    Services services{};
};

inline void in_room(const std::function<void(Room&)>& test)
{
    const auto manifest = module();
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    migrations.insert(migrations.end(), manifest.migrations().begin(), manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        Room room(database);
        test(room);
    });
}

inline Result<KeptFile> keep_bytes(Room& room, std::string_view bytes, std::string name = "a.pdf",
                                   const AttachmentUse& use = documents)
{
    auto context = room.context();
    return keep(context, {.path = room.folder.write("nguon", bytes), .name = std::move(name)}, use);
}

inline Attachment attach(Room& room, std::string_view bytes, const std::string& name = "a.pdf",
                         const AttachmentUse& use = documents)
{
    auto context = room.context();
    return testing::attachment(context, room.folder, bytes, name, use);
}

inline std::string path_of(Room& room, const Attachment& attachment)
{
    return MUST(open_path(room.context(), attachment.sha256));
}

inline std::vector<std::string> problems(Room& room)
{
    const auto manifest = module();
    auto context = room.context();
    return MUST(manifest.checks()[0].run(context));
}

inline std::int64_t files_in(const Room& room, const std::string& folder)
{
    std::int64_t count = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(room.folder.path() + "/files" + folder))
        if (entry.is_regular_file() && entry.path().filename() != "lock") ++count;
    return count;
}

}  // namespace caicach::attachment
