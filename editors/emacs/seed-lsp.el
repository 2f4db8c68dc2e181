;;; seed-lsp.el --- Notes of qualitative studies with seed-lsp  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, text
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Starts the language server `seed-lsp' for seed files, by eglot or lsp-mode:
;;
;;   (add-to-list 'load-path "/path/to/checkout/editors/emacs")
;;   (require 'seed-lsp)
;;   (seed-lsp-setup)
;;
;; Files are told by content: Markdown and text that is no seed file is left alone.  Seed files open in `seed-mode'.  Who
;; prefers `markdown-mode' for them sets `seed-lsp-major-mode' to it.

;;; Code:

(require 'project)
(require 'seq)

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(declare-function eglot-ensure "eglot")
(declare-function eglot-current-server "eglot")
(declare-function eglot-path-to-uri "eglot")
(declare-function eglot--path-to-uri "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp--buffer-uri "lsp-mode")
(declare-function lsp-deferred "lsp-mode")
(declare-function lsp-register-client "lsp-mode")
(declare-function lsp-request "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function make-lsp-client "lsp-mode")

(defgroup seed-lsp nil
  "Seed files, the notes of qualitative studies."
  :group 'text)

(defcustom seed-lsp-command '("seed-lsp" "serve")
  "The server's program and its arguments."
  :type '(repeat string))

(defcustom seed-lsp-client 'eglot
  "The LSP client to use."
  :type '(choice (const eglot) (const lsp-mode)))

(defcustom seed-lsp-major-mode #'seed-mode
  "The major mode that seed files open in."
  :type 'function)

;;;; Which files

(defconst seed-lsp--trace-heading
  (concat "^[ \t]*\\*\\*+[ \t]*\\(?:open\\|axial\\)[ \t]+coding\\(?:[ \t]+trace\\>\\)?[ \t:]*\\*\\*"
          ;; With `#' the word TRACE has to be there: `## Open coding' may head a chapter of any text.
          "\\|^#+[ \t]*\\(?:open\\|axial\\)[ \t]+coding[ \t]+trace\\>")
  "A line such as `**OPEN CODING TRACE:**'.")

(defconst seed-lsp--source-heading "^#[ \t]+[a-z]_?[0-9]*[ \t]*$"
  "The heading of a source, `# s' or `# s4'.")

(defconst seed-lsp--label
  (concat "^[ \t]*-?[ \t]*\\(?:add\\(?:ed\\)?:?"
          "\\|add\\(?:ed\\)?[ \t]+codes?\\(?::\\|[ \t]+to[ \t]+[a-z]_?[0-9]*[ \t]*:?\\)"
          "\\|add\\(?:ed\\)?[ \t]+new[ \t]+force[ \t]+relations:"
          "\\|already[ \t]+added:\\|setting[ \t]+forces:\\|changed[ \t]+wording[ \t]+of:\\)\\(?:[ \t]*$\\)")
  "The line before a coding block, such as `add codes to s4:'.")

(defun seed-lsp-note-p ()
  "Whether the buffer holds a seed file."
  (let ((case-fold-search t))
    (save-excursion
      (save-restriction
        (widen)
        (seq-some (lambda (regexps)
                    (goto-char (point-min))
                    (seq-every-p (lambda (regexp) (re-search-forward regexp nil t)) regexps))
                  `((,seed-lsp--trace-heading)
                    (,seed-lsp--source-heading "^##[ \t]")
                    (,(concat seed-lsp--label "\\(?:\n[ \t]*\\)*\n[ \t]*```"))))))))

(defun seed-lsp-model-p ()
  "Whether the buffer holds a model file, the Python beside the notes."
  (let ((case-fold-search nil))
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (re-search-forward "\\_<CClass(\\|^[ \t]*\\(?:from\\|import\\)[ \t]+codeable_models" nil t)))))

(defun seed-lsp-belongs-p ()
  "Whether the buffer belongs to a study."
  (if (derived-mode-p 'python-mode 'python-ts-mode) (seed-lsp-model-p) (seed-lsp-note-p)))

(defun seed-lsp--magic-p ()
  "Whether the buffer is a file to open in `seed-lsp-major-mode'."
  (and buffer-file-name
       (string-match-p "\\.\\(?:md\\|markdown\\|txt\\)\\'" buffer-file-name)
       (seed-lsp-note-p)))

(defun seed-lsp--project (folder)
  "The study that FOLDER is in, if a `seed-lsp.json' marks one."
  (when-let ((root (locate-dominating-file folder "seed-lsp.json")))
    (cons 'seed-lsp root)))

(cl-defmethod project-root ((project (head seed-lsp)))
  "The folder of the study PROJECT."
  (cdr project))

;;;; Starting

(defvar seed-lsp--modes '(seed-mode markdown-mode gfm-mode text-mode python-mode python-ts-mode)
  "The modes whose buffers share a server.")

;;;###autoload
(defun seed-lsp-ensure ()
  "Start the server for the buffer if it belongs to a study."
  (when (seed-lsp-belongs-p)
    (if (eq seed-lsp-client 'lsp-mode)
        (lsp-deferred)
      (require 'eglot)
      ;; In this buffer only: others of the mode may have another server.
      (setq-local eglot-server-programs (cons (cons seed-lsp--modes seed-lsp-command) eglot-server-programs))
      (eglot-ensure))))

(defun seed-lsp--open ()
  "Set up the buffer of a seed file."
  (funcall seed-lsp-major-mode))

;;;###autoload
(defun seed-lsp-setup ()
  "Open seed files in `seed-lsp-major-mode', with the server started."
  (add-to-list 'magic-mode-alist '(seed-lsp--magic-p . seed-lsp--open))
  (add-hook 'project-find-functions #'seed-lsp--project)
  (dolist (hook '(seed-mode-hook markdown-mode-hook python-mode-hook python-ts-mode-hook))
    (add-hook hook #'seed-lsp-ensure)))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(seed-mode . "markdown"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () seed-lsp-command))
    :activation-fn (lambda (&rest _) (seed-lsp-belongs-p))
    :add-on? t
    :server-id 'seed-lsp)))

;;;; Reports

(defun seed-lsp--report (command &rest options)
  "What the server answers to COMMAND for the buffer's study, with OPTIONS."
  (let ((request (lambda (uri)
                   (list :command command :arguments (vector (append (list :uri uri) options))))))
    (if (bound-and-true-p lsp-mode)
        (lsp-request "workspace/executeCommand" (funcall request (lsp--buffer-uri)))
      (let ((server (and (featurep 'eglot) (eglot-current-server))))
        (unless server (user-error "No seed-lsp serves this buffer"))
        (jsonrpc-request server :workspace/executeCommand
                         (funcall request
                                  ;; The name is public from eglot 1.17 on.
                                  (funcall (if (fboundp 'eglot-path-to-uri) 'eglot-path-to-uri 'eglot--path-to-uri)
                                           buffer-file-name)))))))

(defun seed-lsp--show (name text)
  "Show TEXT, which is Markdown, in a buffer called NAME."
  (with-current-buffer (get-buffer-create name)
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text)
      (goto-char (point-min)))
    (unless (derived-mode-p 'text-mode)
      (if (fboundp 'markdown-mode) (markdown-mode) (text-mode)))
    (view-mode))
  (pop-to-buffer name))

;;;###autoload
(defun seed-lsp-codebook ()
  "Show the codebook of the study, unsaved changes included."
  (interactive)
  (seed-lsp--show "*seed-lsp codebook*" (seed-lsp--report "seed-lsp.reportCodebook")))

;;;###autoload
(defun seed-lsp-diagram (&optional decision)
  "Show DECISION with its options and forces as a Mermaid diagram in Markdown.
The name at point is offered; without any, all decisions are shown."
  (interactive (list (read-string "Decision (empty for all): " (thing-at-point 'symbol t))))
  (seed-lsp--show "*seed-lsp diagram*"
                  (apply #'seed-lsp--report "seed-lsp.reportDiagram"
                         (unless (member decision '(nil "")) (list :decision decision)))))

;;;; The mode

(defvar seed-mode-font-lock-keywords
  `((,seed-lsp--trace-heading . 'bold)
    (,(concat "^#+[ \t]+coding:?[ \t]*$\\|" seed-lsp--source-heading) . 'font-lock-function-name-face)
    (,(concat "^##[ \t]+" (regexp-opt '("url" "tiny url" "archive url" "title" "source code" "example" "source type"
                                        "author type" "references"))
              "[ \t]*$")
     . 'font-lock-keyword-face)
    (,seed-lsp--label . 'font-lock-builtin-face)
    ("^[ \t]*>.*$" . 'font-lock-doc-face)
    ("^[ \t]*```.*$" . 'shadow)
    ("^[ \t]*\\(\\(?:\\sw\\|\\s_\\)+\\)[ \t]*=[ \t]*CClass(" 1 'font-lock-variable-name-face)
    ;; Functions, written by .ci/generate.
    (,(concat "\\_<" (regexp-opt '("CClass"
                                   "CBundle"
                                   "CMetaclass"
                                   "CStereotype"
                                   "CEnum"
                                   "add_decision_option_link"
                                   "add_force_relations"
                                   "add_links"
                                   "add_stereotyped_link_with_how_tagged_value"
                                   "add_stereotyped_link_with_role_tagged_value"
                                   "add_stereotyped_design_solution_link")
                                 t)
              "(")
     1 'font-lock-type-face)
    (,(concat ":[ \t]*" (regexp-opt '("very_positive" "positive" "neutral" "negative" "very_negative"
                                      "positive_and_negative")
                                    t)
              "\\_>")
     1 'font-lock-constant-face))
  "What `seed-mode' colours.")

;;;###autoload
(define-derived-mode seed-mode text-mode "Seed"
  "Major mode for seed files, the notes of qualitative studies."
  ;; Quotes stand around codes here, and not only in words.
  (modify-syntax-entry ?' "." seed-mode-syntax-table)
  (setq-local font-lock-defaults '(seed-mode-font-lock-keywords t t)))

(provide 'seed-lsp)
;;; seed-lsp.el ends here
