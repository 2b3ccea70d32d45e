#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/commands/backup.hpp"
#include "app/commands/backup_files.hpp"
#include "app/reference.hpp"
#include "app/settings.hpp"
#include "app/version.hpp"
#include "attachment/api.hpp"
#include "audit/api.hpp"
#include "base/json_text.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "outgoing/module.hpp"

namespace caicach::app
{
namespace
{

namespace fs = std::filesystem;

constexpr std::int64_t spare_bytes = 16LL * 1024 * 1024;

/// Without the trailing slash that makes "backup/" another name than "backup".
std::string whole_path(const std::string& path)
{
    std::error_code error;
    return (fs::absolute(path, error) / "").lexically_normal().parent_path().string();
}

bool is_within(const std::string& path, const std::string& folder)
{
    std::error_code error;
    const auto inner = fs::weakly_canonical(path, error);
    const auto outer = fs::weakly_canonical(folder, error);
    const auto [ended, rest] =
        std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    static_cast<void>(rest);
    return ended == outer.end();
}

Result<void> check_target(const std::string& target, const std::string& data_folder)
{
    std::error_code error;
    if (fs::symlink_status(target, error).type() != fs::file_type::not_found)
        return failure(Failure::conflict, "app.backup.exists", "to", {target});
    // It would grow into its own next copy, and be lost together with what it is a copy of.
    if (is_within(target, data_folder))
        return failure(Failure::conflict, "app.backup.inside", "to", {target, data_folder});
    return {};
}

Result<std::int64_t> bytes_needed(database::Database& database)
{
    auto sum = TRY(database.size_bytes());
    auto transaction = TRY(database.read());
    TRY(attachment::each_content(transaction,
                                 [&](const attachment::StoredContent& content) -> Result<void> {
                                     sum += content.bytes;
                                     return {};
                                 }));
    // What is uploaded meanwhile comes on top.
    return sum + sum / 20 + spare_bytes;
}

/// The nearest folder on the way to the target that exists: the disk that it will lie on.
std::string nearest_folder(std::string path)
{
    std::error_code error;
    while (!fs::exists(path, error) && path.size() > 1) path = fs::path(path).parent_path();
    return path;
}

/// Settings that came from a file, as that file could say them. What the environment and the
/// command line said belongs to the machine; an address of a database may carry a password.
std::string settings_text(const Configuration& configuration)
{
    std::string text = "# What the settings file said when the backup was made.\n";
    std::string section;
    for (const auto& setting : settings()) {
        const auto& entry = configuration.entries().find(setting.key)->second;
        if (!entry.origin.starts_with("file ")) continue;
        const auto dot = setting.key.find('.');
        if (const std::string own{setting.key.substr(0, dot)}; own != section) {
            section = own;
            text += fmt::format("\n[{}]\n", section);
        }
        const auto name = setting.key.substr(dot + 1);
        if (setting.key == "database.url") {
            text += "# url is not kept: it may carry a password\n";
            continue;
        }
        text += fmt::format("{} = ", name);
        const bool is_bare =
            setting.kind == Setting::Kind::integer || setting.kind == Setting::Kind::boolean;
        if (is_bare) {
            text += entry.value;
        } else {
            append_json_text(text, entry.value);
        }
        text += '\n';
    }
    return text;
}

/// The file's name in the backup; empty where no file said anything.
std::string_view settings_name(const Configuration& configuration, const std::string& data_folder)
{
    std::string_view name;
    for (const auto& [key, entry] : configuration.entries()) {
        if (!entry.origin.starts_with("file ")) continue;
        std::error_code error;
        const bool is_own = fs::equivalent(
            entry.origin.substr(5), data_folder + "/" + std::string{own_settings_name}, error);
        name = is_own ? own_settings_name : other_settings_name;
    }
    return name;
}

/// One backup while it is made.
class Maker
{
public:
    Maker(System& system, const Configuration& configuration, std::string folder)
        : m_system(system), m_configuration(configuration), m_folder(std::move(folder))
    {
    }

    /// The database first, then the attachments that this very copy names: a file is on disk
    /// before a row names it and is never removed, so they are all there. The other way round a
    /// row could name a file that was not yet there when files were copied. The manifest comes
    /// last: without it nothing verifies.
    Result<BackupMade> make()
    {
        m_made.manifest.made_at = to_iso(m_system.services().clock->now());
        m_made.manifest.program = version();
        TRY(copy_database());
        TRY(copy_contents());
        TRY(copy_key());
        TRY(copy_authorities());
        TRY(copy_references());
        TRY(write_settings());
        std::ranges::sort(m_made.manifest.files, {}, &BackupFile::path);
        TRY(write_durably(path_of(manifest_name), to_json(m_made.manifest)));
        return std::move(m_made);
    }

private:
    Result<void> copy_database()
    {
        auto& manifest = m_made.manifest;
        auto& database = m_system.database();
        manifest.database = database.is_postgres() ? postgres_copy_name : sqlite_copy_name;
        const auto look = [this](database::Transaction& transaction) { return note(transaction); };
        TRY(database.backup_to(path_of(manifest.database), look));
        auto file = TRY(measured(m_folder, manifest.database));
        manifest.files.push_back(std::move(file));
        return {};
    }

    /// What the copy has behind it and names.
    Result<void> note(database::Transaction& transaction)
    {
        auto& manifest = m_made.manifest;
        manifest.schema = TRY(database::applied_migrations(transaction));
        const auto chain = TRY(audit::verify(transaction));
        manifest.audit_rows = chain.rows;
        manifest.audit_first_bad = chain.first_bad ? chain.first_bad->seq : 0;
        const auto keep = [this](const attachment::StoredContent& content) -> Result<void> {
            m_contents.push_back(content);
            return {};
        };
        return attachment::each_content(transaction, keep);
    }

    Result<void> copy_contents()
    {
        const auto& data = m_system.services().data_folder;
        for (const auto& content : m_contents) {
            const auto copied = copy_durably(data, m_folder, content.path);
            const bool is_lost = !copied && copied.error().kind == Failure::not_found;
            if (!copied && !is_lost) return tl::unexpected<Error>(copied.error());
            if (is_lost) {
                complain("app.backup.content_lost", data + "/" + content.path);
            } else if (copied->sha256 != content.sha256) {
                complain("app.backup.content_damaged", data + "/" + content.path);
            }
            // As the database has it: so `verify` tells what is not so.
            m_made.manifest.files.push_back({content.path, content.bytes, content.sha256});
        }
        return {};
    }

    /// Without it no telephone would open the restored house. After the database: a secret that the
    /// copy holds was sealed with a key that was there by then.
    Result<void> copy_key() { return copy_named(identity::key_file_name); }
    /// Who is trusted to say whose a signature is.
    Result<void> copy_authorities() { return copy_named(outgoing::authorities_file_name); }

    /// Of the data folder, where it is there.
    Result<void> copy_named(std::string_view name)
    {
        auto copied = copy_durably(m_system.services().data_folder, m_folder, std::string{name});
        if (!copied && copied.error().kind == Failure::not_found) return {};
        if (!copied) return tl::unexpected<Error>(copied.error());
        m_made.manifest.files.push_back(std::move(*copied));
        return {};
    }

    Result<void> copy_references()
    {
        for (const auto& file : reference_files()) {
            const auto path = std::string{reference_place} + std::string{file.name};
            auto copied = copy_durably(m_system.services().data_folder, m_folder, path);
            if (!copied && copied.error().kind == Failure::not_found) continue;
            if (!copied) return tl::unexpected<Error>(copied.error());
            m_made.manifest.files.push_back(std::move(*copied));
        }
        return {};
    }

    Result<void> write_settings()
    {
        const auto name = settings_name(m_configuration, m_system.services().data_folder);
        if (name.empty()) return {};
        TRY(write_durably(path_of(name), settings_text(m_configuration)));
        auto file = TRY(measured(m_folder, std::string{name}));
        m_made.manifest.files.push_back(std::move(file));
        return {};
    }

    void complain(std::string_view key, std::string path)
    {
        m_made.problems.push_back(m_system.messages().render(key, {std::move(path)}));
    }

    [[nodiscard]] std::string path_of(std::string_view name) const
    {
        return m_folder + "/" + std::string{name};
    }

    System& m_system;
    const Configuration& m_configuration;
    std::string m_folder;
    std::vector<attachment::StoredContent> m_contents{};
    BackupMade m_made{};
};

/// Whoever takes all that there is leaves a line. The backup stands even where none can be written:
/// on a full disk it is needed most.
Result<void> record_backup(System& system, const BackupMade& made)
{
    auto context = system.system_context("caicach backup create");
    auto transaction = TRY(context.begin());
    const auto detail = json::dump(json::Value::object()
                                       .set("made_at", made.manifest.made_at)
                                       .set("bytes", made.manifest.bytes()));
    TRY(context.record(transaction, "backup.created", "backup", 0, detail));
    return transaction.commit();
}

}  // namespace

Result<void> require_room(const std::string& folder, std::int64_t bytes)
{
    constexpr std::int64_t megabyte = 1024LL * 1024;
    std::error_code error;
    const auto space = fs::space(folder, error);
    if (error || static_cast<std::uint64_t>(bytes) <= space.available) return {};
    const auto left = static_cast<std::int64_t>(space.available) / megabyte;
    return failure(Failure::unavailable, "app.backup.no_room", "to",
                   {folder, std::to_string(bytes / megabyte + 1), std::to_string(left)});
}

Result<BackupMade> create_backup(System& system, const Configuration& configuration,
                                 const std::string& to)
{
    const auto target = whole_path(to);
    TRY(check_target(target, system.services().data_folder));
    const auto needed = TRY(bytes_needed(system.database()));
    TRY(require_room(nearest_folder(target), needed));
    auto folder = TRY(FolderInTheMaking::begin(target));
    auto made = TRY(Maker(system, configuration, folder.path()).make());
    TRY(folder.settle());
    made.path = target;
    const auto recorded = record_backup(system, made);
    if (!recorded) made.problems.push_back(system.messages().render("app.backup.not_recorded"));
    return made;
}

}  // namespace caicach::app
