#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/process.hpp"
#include "crypto/cms.hpp"

namespace caicach::crypto::testing
{

/// People with keys of their own, in a program of their own (tests/tools/sign_pdf.py): what checks
/// their signatures shares nothing with what makes them.
class SigningPeople
{
public:
    SigningPeople() : m_folder(MUST(TemporaryDirectory::create()))
    {
        run({"authority", m_folder.path()});
    }

    /// "Lê_Văn_Tám", with such options of the program.
    void add(const std::string& name, std::vector<std::string> options = {}) const
    {
        options.insert(options.begin(), {"person", m_folder.path(), name});
        run(options);
    }
    [[nodiscard]] TrustedAuthorities authorities() const
    {
        return MUST(TrustedAuthorities::from_pem(authority()));
    }
    [[nodiscard]] std::string authority() const { return read(m_folder.file("authority.pem")); }
    /// A detached signature.
    [[nodiscard]] std::string sign(const std::string& name, std::string_view content,
                                   const std::vector<std::string>& options = {}) const
    {
        return made("cms", name, content, options);
    }
    /// "fill" or "whole": the file with a signature in it.
    [[nodiscard]] std::string made(const std::string& how, const std::string& name,
                                   std::string_view content,
                                   const std::vector<std::string>& options = {}) const
    {
        write(m_folder.file("content"), content);
        std::vector<std::string> arguments{how, m_folder.path(), name, m_folder.file("content"),
                                           m_folder.file("made")};
        arguments.insert(arguments.end(), options.begin(), options.end());
        run(arguments);
        return read(m_folder.file("made"));
    }
    /// A page changed behind the signatures.
    [[nodiscard]] std::string shadowed(std::string_view pdf) const
    {
        write(m_folder.file("content"), pdf);
        run({"shadow", m_folder.file("content"), m_folder.file("made")});
        return read(m_folder.file("made"));
    }
    /// What another program says, which gets the content's path for "CONTENT" and so on.
    [[nodiscard]] std::string asked(std::vector<std::string> command, std::string_view content,
                                    std::string_view signature = {}) const
    {
        write(m_folder.file("content"), content);
        write(m_folder.file("signature"), signature);
        for (auto& argument : command) {
            if (argument == "CONTENT") argument = m_folder.file("content");
            if (argument == "SIGNATURE") argument = m_folder.file("signature");
            if (argument == "AUTHORITY") argument = m_folder.file("authority.pem");
        }
        const auto output = MUST(run_child({.arguments = std::move(command)}));
        return output.text + output.errors;
    }

private:
    static void run(const std::vector<std::string>& arguments)
    {
        const auto program = std::filesystem::current_path() / "tests/tools/sign_pdf.py";
        std::vector<std::string> command{"python3", program.string()};
        command.insert(command.end(), arguments.begin(), arguments.end());
        const auto output = MUST(run_child({.arguments = std::move(command)}));
        if (output.exit_code != 0) verification_failed(output.errors.c_str(), "sign_pdf.py", 0);
    }
    static void write(const std::string& path, std::string_view bytes)
    {
        std::ofstream{path, std::ios::binary} << bytes;
    }
    static std::string read(const std::string& path)
    {
        std::ostringstream bytes;
        bytes << std::ifstream{path, std::ios::binary}.rdbuf();
        return bytes.str();
    }

    TemporaryDirectory m_folder;
};

}  // namespace caicach::crypto::testing
