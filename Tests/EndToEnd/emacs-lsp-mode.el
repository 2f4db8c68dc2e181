;;; emacs-lsp-mode.el --- Uses the server in a real Emacs, by lsp-mode  -*- lexical-binding: t -*-

;; `run-emacs' starts it in batch with a copy of the notes as the current folder, where lsp-mode is installed.

;;; Code:

(package-initialize)
(require 'seed-lsp)
(require 'lsp-mode)
(require 'lsp-diagnostics)

(setq lsp-session-file (expand-file-name "lsp-session" (getenv "HOME"))
      lsp-auto-guess-root t
      lsp-enable-snippet nil
      lsp-restart 'ignore
      lsp-diagnostics-provider :none
      make-backup-files nil
      create-lockfiles nil)

(defvar e2e-checks 0)
(defvar e2e-failures 0)

(defun e2e-check (what result)
  "Say whether WHAT is as it should be, which RESULT tells."
  (setq e2e-checks (1+ e2e-checks))
  (unless result (setq e2e-failures (1+ e2e-failures)))
  (princ (format "%s  %s\n" (if result "ok  " "FAIL") what)))

(defmacro e2e-wait (form)
  "The value of FORM as soon as it is not nil; nil after ten seconds."
  `(let ((limit (+ (float-time) 10)) value)
     (while (and (not (setq value ,form)) (< (float-time) limit)) (accept-process-output nil 0.01))
     value))

(setq seed-lsp-command (list (getenv "SEED_LSP") "serve")
      seed-lsp-client 'lsp-mode)
(seed-lsp-setup)
(condition-case problem
    (progn
      (find-file "s_5.md")
      (lsp)
      (e2e-check "the server is connected" (e2e-wait (and lsp-managed-mode (lsp-workspaces))))
      (goto-char (point-min))
      (search-forward "    response_time: very_positive")
      (search-backward "response_time")
      (e2e-check "definition in another note"
                 (string-match-p "s_2\\.md" (format "%S" (lsp-request "textDocument/definition"
                                                                      (lsp--text-document-position-params)))))
      (insert "x")
      (e2e-check "a finding appears"
                 (e2e-wait (string-match-p "xresponse_time" (format "%S" (lsp--get-buffer-diagnostics)))))
      (revert-buffer t t t)
      (let ((process (lsp--workspace-proc (car (lsp-workspaces)))))
        (lsp-workspace-shutdown (car (lsp-workspaces)))
        (e2e-check "it stops when it is told to" (e2e-wait (not (process-live-p process))))))
  (error (setq e2e-failures (1+ e2e-failures))
         (princ (format "ERROR %S\n" problem))))

(princ (format "Emacs %s, lsp-mode %s: %d checks, %d failed\n" emacs-version
               (package-version-join (package-desc-version (cadr (assq 'lsp-mode package-alist))))
               e2e-checks e2e-failures))
(kill-emacs (if (> e2e-failures 0) 1 0))

;;; emacs-lsp-mode.el ends here
